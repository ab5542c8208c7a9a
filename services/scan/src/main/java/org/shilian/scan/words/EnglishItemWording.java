package org.shilian.scan.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** English. */
enum EnglishItemWording implements ItemWording {
  INSTANCE;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Shanghai"));

  @Override
  public String voided(Instant at) {
    return "The code of this package was voided on "
        + DATE.format(at)
        + ". It should be on no package any more: take care.";
  }

  @Override
  public String scans(Instant first, long count) {
    return count == 1
        ? "This code is scanned for the first time."
        : "This code was first scanned on " + DATE.format(first) + "; " + count + " times so far.";
  }

  @Override
  public String scannedOften() {
    return "This code was scanned more often than one package would be. It may be a copy: take"
        + " care.";
  }

  @Override
  public String scannedLongAgo() {
    return "This code was first scanned long ago. It may be a copy, or on an old package: take"
        + " care.";
  }
}
