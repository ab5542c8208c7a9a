package org.shilian.scan.words;

import java.time.Instant;

/** What the page of a lot says of the one package that was scanned, in one language. */
public interface ItemWording {
  /** That the code was voided. */
  String voided(Instant at);

  /** When its page was first opened, and how often. */
  String scans(Instant first, long count);

  /** That it was scanned too often for one package. */
  String scannedOften();

  /** That it was first scanned too long ago. */
  String scannedLongAgo();
}
