package org.shilian.capture.epcis.job;

import java.time.Instant;
import org.shilian.capture.epcis.ask.ErrorBehaviour;
import org.shilian.capture.outcome.CaptureId;

/**
 * The id of a capture job. As a capture's id says where its records are, so this says besides what
 * else a job tells of itself; a job needs no row.
 *
 * @param behaviour what was to become of errors
 * @param list where the document had its events
 * @param createdAt when the document was taken, to the millisecond
 * @param capture the capture
 */
public record JobId(
    ErrorBehaviour behaviour, EventList list, Instant createdAt, CaptureId capture) {
  private static final int RADIX = 36;

  /** Cuts the time to what the text of an id holds. */
  public JobId {
    createdAt = Instant.ofEpochMilli(createdAt.toEpochMilli());
  }

  /** The id as text, of characters that need no escape in a URI. */
  public String text() {
    return ""
        + behaviour.text().charAt(0)
        + list.letter()
        + Long.toString(createdAt.toEpochMilli(), RADIX)
        + "."
        + capture.text();
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is not one that {@link #text} could have written
   */
  public static JobId parse(String text) {
    int point = text.indexOf('.');
    if (point < 3) {
      throw new IllegalArgumentException("a job id that was cut short or changed");
    }
    JobId id =
        new JobId(
            behaviour(text.charAt(0)),
            EventList.of(text.charAt(1)),
            Instant.ofEpochMilli(Long.parseLong(text.substring(2, point), RADIX)),
            CaptureId.parse(text.substring(point + 1)));
    if (!id.text().equals(text)) {
      throw new IllegalArgumentException("a job id spelled otherwise than it was given");
    }
    return id;
  }

  private static ErrorBehaviour behaviour(char letter) {
    for (ErrorBehaviour behaviour : ErrorBehaviour.values()) {
      if (behaviour.text().charAt(0) == letter) {
        return behaviour;
      }
    }
    throw new IllegalArgumentException(letter + " is no behaviour");
  }
}
