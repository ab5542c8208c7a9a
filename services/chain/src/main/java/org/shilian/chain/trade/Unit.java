package org.shilian.chain.trade;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A unit of measure, named by its UN/ECE Recommendation 20 common code.
 *
 * @param code the Rec 20 code, such as {@code KGM}
 * @param kind what is measured; quantities of one kind can be added, those of two kinds cannot
 * @param micros how many millionths of the kind's base unit (kilogram, litre, piece) one of this
 *     unit is
 */
public record Unit(String code, Kind kind, long micros) {

  /** What a unit measures. Its base unit is the kilogram, the litre or the piece. */
  public enum Kind {
    MASS("mass", "1 mg"),
    VOLUME("volume", "1 µL"),
    COUNT("count", "a millionth of a piece");

    private final String text;
    private final String finest;

    Kind(String text, String finest) {
      this.text = text;
      this.finest = finest;
    }

    /** The kind as messages name it. */
    public String text() {
      return text;
    }

    /** The finest step a quantity of this kind can be recorded in. */
    public String finest() {
      return finest;
    }
  }

  private static final Map<String, Unit> KNOWN =
      List.of(
              new Unit("KGM", Kind.MASS, 1_000_000),
              new Unit("GRM", Kind.MASS, 1_000),
              new Unit("MGM", Kind.MASS, 1),
              new Unit("TNE", Kind.MASS, 1_000_000_000),
              new Unit("LTR", Kind.VOLUME, 1_000_000),
              new Unit("MLT", Kind.VOLUME, 1_000),
              new Unit("H87", Kind.COUNT, 1_000_000),
              new Unit("C62", Kind.COUNT, 1_000_000),
              new Unit("EA", Kind.COUNT, 1_000_000),
              new Unit("DZN", Kind.COUNT, 12_000_000))
          .stream()
          .collect(
              Collectors.toMap(Unit::code, unit -> unit, (one, two) -> one, LinkedHashMap::new));

  /**
   * The unit with this Rec 20 code.
   *
   * @throws TradeException if the code is not one this platform can convert
   */
  public static Unit of(String code) {
    Unit unit = KNOWN.get(code);
    if (unit == null) {
      throw new TradeException("uom", code, "must be one of " + codes());
    }
    return unit;
  }

  /** Whether this is a code of a known unit. */
  public static boolean isKnown(String code) {
    return KNOWN.containsKey(code);
  }

  private static String codes() {
    return KNOWN.values().stream()
        .sorted(Comparator.comparing(Unit::kind))
        .map(Unit::code)
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return code;
  }
}
