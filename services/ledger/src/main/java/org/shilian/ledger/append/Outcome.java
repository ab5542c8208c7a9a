package org.shilian.ledger.append;

import org.jspecify.annotations.Nullable;

/**
 * What became of a record that was not appended.
 *
 * @param body the record's value, kept for a quarantined one only
 */
public record Outcome(
    Origin origin,
    @Nullable String eventId,
    Verdict verdict,
    @Nullable String field,
    @Nullable String value,
    @Nullable String rule,
    byte @Nullable [] body) {

  /** Why it was not appended. */
  public enum Verdict {
    /** The same event was there already. */
    DUPLICATE("duplicate"),
    /** Another event has its eventID. */
    REFUSED("refused"),
    /** It is not an event that this ledger can read. */
    QUARANTINED("quarantined");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** As the database and the API spell it. */
    public String text() {
      return text;
    }
  }

  static Outcome duplicate(Arrival arrival) {
    return new Outcome(
        arrival.origin(), arrival.eventId(), Verdict.DUPLICATE, null, null, null, null);
  }

  static Outcome conflict(Arrival arrival) {
    return new Outcome(
        arrival.origin(),
        arrival.eventId(),
        Verdict.REFUSED,
        "eventID",
        arrival.eventId(),
        "is already the eventID of an event with other content",
        null);
  }

  /** A record that could not be read. */
  public static Outcome quarantined(
      Origin origin,
      @Nullable String eventId,
      String field,
      String value,
      String rule,
      byte[] body) {
    return new Outcome(origin, eventId, Verdict.QUARANTINED, field, value, rule, body);
  }
}
