package org.shilian.scan.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of regions by GB/T 2260 code: every province, and Zhejiang down to its counties. A place
 * that is not in the table is called by the nearest region round it that is, with its code.
 */
final class Regions {

  private static final Map<String, Name> NAMES = load("regions.csv");

  private record Name(String chinese, String english) {
    String in(Language language) {
      return language == Language.CHINESE ? chinese : english;
    }
  }

  private Regions() {}

  /** A name that tells the region from its neighbours: 缙云县, Jinyun County. */
  static String brief(String code, Language language) {
    Name name = NAMES.get(county(code));
    return name == null ? full(code, language) : name.in(language);
  }

  /** The region with those round it: 浙江省丽水市缙云县; Jinyun County, Lishui, Zhejiang. */
  static String full(String code, Language language) {
    String county = county(code);
    Set<String> levels = new LinkedHashSet<>();
    levels.add(county.substring(0, Math.min(2, county.length())) + "0000");
    levels.add(county.substring(0, Math.min(4, county.length())) + "00");
    levels.add(county);
    boolean chinese = language == Language.CHINESE;
    String known =
        levels.stream()
            .map(NAMES::get)
            .filter(name -> name != null)
            .map(name -> name.in(language))
            .reduce((wide, narrow) -> chinese ? wide + narrow : narrow + ", " + wide)
            .orElse("");
    if (NAMES.containsKey(county)) {
      return known;
    }
    return chinese
        ? known + "（区划代码 " + code + "）"
        : (known + " (region code " + code + ")").strip();
  }

  /** Townships are not in the table: the first six digits are the county. */
  private static String county(String code) {
    return code.substring(0, Math.min(6, code.length()));
  }

  private static Map<String, Name> load(String resource) {
    try (InputStream in = Regions.class.getResourceAsStream(resource)) {
      return read(in, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static Map<String, Name> read(@Nullable InputStream in, String resource)
      throws IOException {
    if (in == null) {
      throw new IOException("resource " + resource + ": is not on the class path");
    }
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    return lines
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(
            Collectors.toMap(
                cells -> cells[0],
                cells -> new Name(cells[1], cells[2]),
                (one, other) -> {
                  throw new IllegalStateException("two names for one code: " + one + ", " + other);
                },
                HashMap::new));
  }
}
