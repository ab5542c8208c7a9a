package org.shilian.gs1.ai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, ApplicationIdentifier> ALL = read();

  private AiTable() {}

  /** The identifier with these digits, or null if there is none. */
  public static @Nullable ApplicationIdentifier find(String code) {
    return ALL.get(code);
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
      ApplicationIdentifier found = find(data.substring(from, from + length));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Every identifier, in the order of the table. */
  public static Collection<ApplicationIdentifier> all() {
    return ALL.values();
  }

  private static Map<String, ApplicationIdentifier> read() {
    Map<String, ApplicationIdentifier> all = new LinkedHashMap<>();
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
    return Collections.unmodifiableMap(all);
  }

  private static void addRow(String line, Map<String, ApplicationIdentifier> all) {
    String[] columns = line.split(" *\\| ", COLUMNS);
    ValueFormat format = ValueFormat.parse(columns[1]);
    LinkRole link = LinkRole.parse(columns[2]);
    Pairing pairing = Pairing.parse(columns[3], columns[4]);
    for (String code : codes(columns[0])) {
      if (all.put(code, new ApplicationIdentifier(code, columns[5], format, link, pairing))
          != null) {
        throw new IllegalStateException(code + " is in the table twice");
      }
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
}
