package org.shilian.gs1.ai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All GS1 application identifiers, read once from {@code application-identifiers.txt} beside this
 * class. Constant time to look up.
 */
public final class AiTable {
  private static final int SHORTEST_CODE = 2;
  private static final int LONGEST_CODE = 4;
  private static final int COLUMNS = 6;

  /** Where the codes of a length start in {@link #BY_CODE}: 100 of two digits, 1,000 of three… */
  private static final int[] START = {0, 0, 0, 100, 1_100, 11_100};

  private static final List<ApplicationIdentifier> ALL = read();
  private static final @Nullable ApplicationIdentifier[] BY_CODE = index();

  static {
    ALL.forEach(ai -> ai.resolvePairing(ALL));
  }

  private AiTable() {}

  /** The identifier with these digits, or null if there is none. */
  public static @Nullable ApplicationIdentifier find(String code) {
    return find(code, 0, code.length());
  }

  /** The identifier whose digits are just these characters of the text, or null. */
  public static @Nullable ApplicationIdentifier find(String text, int from, int to) {
    int slot = slot(text, from, to);
    return slot < 0 ? null : BY_CODE[slot];
  }

  /**
   * The identifier with these digits.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ApplicationIdentifier get(String code) {
    ApplicationIdentifier found = find(code);
    if (found == null) {
      throw new IllegalArgumentException("no application identifier " + code);
    }
    return found;
  }

  /** The identifier that the data start with at this position, or null. */
  public static @Nullable ApplicationIdentifier startingAt(String data, int from) {
    // no identifier is the start of another, so that the first that fits is the only one
    for (int length = SHORTEST_CODE; length <= LONGEST_CODE; length++) {
      if (from + length > data.length()) {
        return null;
      }
      ApplicationIdentifier found = find(data, from, from + length);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Every identifier, in the order of the table. */
  public static Collection<ApplicationIdentifier> all() {
    return ALL;
  }

  /** The place for a code in {@link #BY_CODE}, or -1 if it cannot be one. */
  private static int slot(String text, int from, int to) {
    int length = to - from;
    if (length < SHORTEST_CODE || length > LONGEST_CODE) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return START[length] + number;
  }

  private static List<ApplicationIdentifier> read() {
    List<ApplicationIdentifier> all = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(
                AiTable.class.getResourceAsStream("application-identifiers.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          addRow(line, all);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableList(all);
  }

  private static void addRow(String line, List<ApplicationIdentifier> all) {
    String[] columns = line.split(" *\\| ", COLUMNS);
    ValueFormat format = ValueFormat.parse(columns[1]);
    LinkRole link = LinkRole.parse(columns[2]);
    Pairing pairing = Pairing.parse(columns[3], columns[4]);
    for (String code : codes(columns[0])) {
      all.add(new ApplicationIdentifier(all.size(), code, columns[5], format, link, pairing));
    }
  }

  /** The identifiers that one row is about: {@code 3100-5} are six of them. */
  private static List<String> codes(String column) {
    int dash = column.indexOf('-');
    if (dash < 0) {
      return List.of(column);
    }
    String stem = column.substring(0, dash - 1);
    int first = column.charAt(dash - 1) - '0';
    int last = column.charAt(dash + 1) - '0';
    return IntStream.rangeClosed(first, last).mapToObj(i -> stem + i).toList();
  }

  private static @Nullable ApplicationIdentifier[] index() {
    @Nullable ApplicationIdentifier[] index = new ApplicationIdentifier[START[LONGEST_CODE + 1]];
    for (ApplicationIdentifier ai : ALL) {
      int slot = slot(ai.code(), 0, ai.code().length());
      if (slot < 0 || index[slot] != null) {
        throw new IllegalStateException(ai.code() + " is no identifier, or is in the table twice");
      }
      index[slot] = ai;
    }
    return index;
  }
}
