package org.shilian.gs1.ai;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the {@linkplain AiTable table}: what the value of a GS1 application identifier looks
 * like and where it may stand. Immutable.
 */
public final class ApplicationIdentifier {
  private final int ordinal;
  private final String code;
  private final String title;
  private final ValueFormat format;
  private final LinkRole link;
  private final Pairing pairing;
  private final boolean predefinedLength;

  /** The ordinals of those that may not be with this one. Set once, when the table is complete. */
  private BitSet intruders = new BitSet();

  ApplicationIdentifier(
      int ordinal, String code, String title, ValueFormat format, LinkRole link, Pairing pairing) {
    this.ordinal = ordinal;
    this.code = code;
    this.title = title;
    this.format = format;
    this.link = link;
    this.pairing = pairing;
    this.predefinedLength = PredefinedLength.of(code) > 0;
  }

  void resolvePairing(Collection<ApplicationIdentifier> all) {
    BitSet found = new BitSet();
    all.stream()
        .filter(other -> pairing.excludes(code, other.code))
        .forEach(o -> found.set(o.ordinal));
    intruders = found;
  }

  /** Its digits: two, three or four of them. */
  public String code() {
    return code;
  }

  /** The data title of the General Specifications, such as {@code BATCH/LOT}. */
  public String title() {
    return title;
  }

  /** What is wrong with the value, to be read behind it and a colon, or null if nothing is. */
  public @Nullable String fault(String value) {
    return format.fault(value);
  }

  /** The shortest value it can have. */
  public int shortest() {
    return format.shortest();
  }

  /** The longest value it can have. */
  public int longest() {
    return format.longest();
  }

  /** Whether its values are made of digits alone. */
  public boolean isNumeric() {
    return format.isNumeric();
  }

  /** Whether its value is a date, YYMMDD, and nothing else. */
  public boolean isDate() {
    return format.isDate();
  }

  /**
   * Whether its length follows from its first two digits, so that no separator has to end its value
   * in a barcode (General Specifications, section 7.8.5).
   */
  public boolean predefinedLength() {
    return predefinedLength;
  }

  /** Whether a Digital Link URI can be about it. */
  public boolean isKey() {
    return link.place() == LinkRole.Place.KEY;
  }

  /** Whether it may stand in the query of a Digital Link URI. */
  public boolean isAttribute() {
    return isKey() || link.place() == LinkRole.Place.ATTRIBUTE;
  }

  /** Of a key: the sequences of qualifiers it can have, each in canonical order. */
  public List<List<String>> qualifiers() {
    return link.qualifiers();
  }

  /** Whether the other may not be on the same item with this one. */
  public boolean excludes(ApplicationIdentifier other) {
    return intruders.get(other.ordinal);
  }

  /** The first of the identifiers on the same item that may not be there with this one, or null. */
  public @Nullable String intruder(Collection<String> present) {
    for (String other : present) {
      ApplicationIdentifier known = AiTable.find(other);
      if (known != null && excludes(known)) {
        return other;
      }
    }
    return null;
  }

  /**
   * What has to be on the same item, in this symbol or in another, and is not among these: as
   * {@code 01 or 02}. Null if nothing is missing.
   */
  public @Nullable String missing(Collection<String> present) {
    return pairing.missing(present);
  }

  @Override
  public String toString() {
    return "(" + code + ") " + title;
  }
}
