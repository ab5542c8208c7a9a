package org.shilian.chain.trade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * The units that come to whole millionths of the base unit. Those that do not (a pound is
   * 453,592.37 mg) are left out: sums must be exact.
   */
  private static final Map<String, Unit> KNOWN =
      Stream.of(
              // milligram, centigram, gram, decagram, hectogram, kilogram, decitonne, tonne,
              // kilotonne
              mass("MGM", 1),
              mass("CGM", 10),
              mass("GRM", 1_000),
              mass("DJ", 10_000),
              mass("HGM", 100_000),
              mass("KGM", 1_000_000),
              mass("DTN", 100_000_000),
              mass("TNE", 1_000_000_000),
              mass("KTN", 1_000_000_000_000L),
              // micro-, milli-, centi-, decilitre, litre, deca-, hecto-, kilolitre
              volume("4G", 1),
              volume("MLT", 1_000),
              volume("CLT", 10_000),
              volume("DLT", 100_000),
              volume("LTR", 1_000_000),
              volume("A44", 10_000_000),
              volume("HLT", 100_000_000),
              volume("K6", 1_000_000_000),
              // cubic milli-, centi-, decimetre, metre
              volume("MMQ", 1),
              volume("CMQ", 1_000),
              volume("DMQ", 1_000_000),
              volume("MTQ", 1_000_000_000),
              // piece, one, each, head of livestock, pair, dozen, hundred, gross, thousand, great
              // gross
              count("H87", 1),
              count("C62", 1),
              count("EA", 1),
              count("HEA", 1),
              count("PR", 2),
              count("DZN", 12),
              count("DPC", 12),
              count("CEN", 100),
              count("GRO", 144),
              count("MIL", 1_000),
              count("GGR", 1_728))
          .collect(
              Collectors.toMap(Unit::code, unit -> unit, (one, two) -> one, LinkedHashMap::new));

  private static Unit mass(String code, long milligrams) {
    return new Unit(code, Kind.MASS, milligrams);
  }

  private static Unit volume(String code, long microlitres) {
    return new Unit(code, Kind.VOLUME, microlitres);
  }

  private static Unit count(String code, long pieces) {
    return new Unit(code, Kind.COUNT, pieces * 1_000_000);
  }

  /**
   * The unit with this Rec 20 code.
   *
   * @throws TradeException if the code is not one this platform can convert
   */
  public static Unit of(String code) {
    Unit unit = KNOWN.get(code);
    if (unit == null) {
      throw new TradeException("uom", code, "must be one of " + String.join(", ", codes()));
    }
    return unit;
  }

  /** Whether this is a code of a known unit. */
  public static boolean isKnown(String code) {
    return KNOWN.containsKey(code);
  }

  /** The codes of all known units. */
  public static List<String> codes() {
    return List.copyOf(KNOWN.keySet());
  }

  @Override
  public String toString() {
    return code;
  }
}
