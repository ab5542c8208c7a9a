package org.shilian.scan;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.item.ItemState;
import org.shilian.scan.words.Language;
import org.shilian.serial.SerialCheck;

/**
 * The package whose code was scanned.
 *
 * @param verdict whether the serial was made for this product and lot, by the keys alone
 * @param state what happened to the code, with this scan; null unless it was issued
 * @param suspicion why it may be a copy; null if nothing says so
 */
record ScannedItem(
    String serial,
    SerialCheck.Verdict verdict,
    @Nullable ItemState state,
    @Nullable Suspicion suspicion) {

  /** What makes a genuine code look like a copy of one. */
  public enum Suspicion {
    /** It was scanned more often than people scan one package. */
    SCANNED_OFTEN("scanned-often"),
    /** It was first scanned so long ago that the package should be gone. */
    SCANNED_LONG_AGO("scanned-long-ago");

    private final String text;

    Suspicion(String text) {
      this.text = text;
    }

    /** The word for it in JSON. */
    String text() {
      return text;
    }

    private static @Nullable Suspicion of(
        @Nullable ItemState state, ScanConfig limits, Instant now) {
      Instant first = state == null ? null : state.firstScannedAt();
      if (state == null || first == null) {
        return null;
      }
      if (state.scans() > limits.manyScans()) {
        return SCANNED_OFTEN;
      }
      return first.isBefore(now.minus(limits.longAgo())) ? SCANNED_LONG_AGO : null;
    }
  }

  static ScannedItem of(
      String serial,
      SerialCheck.Verdict verdict,
      @Nullable ItemState state,
      ScanConfig limits,
      Clock clock) {
    return new ScannedItem(serial, verdict, state, Suspicion.of(state, limits, clock.instant()));
  }

  /** Whether people should be warned. */
  public boolean forged() {
    return verdict == SerialCheck.Verdict.FORGED;
  }

  /** That the code was voided; null if it was not. */
  public @Nullable String voided(Language in) {
    Instant at = state == null ? null : state.voidedAt();
    return at == null ? null : in.items().voided(at);
  }

  /** When and how often the code was scanned; null if it was not issued. */
  public @Nullable String scans(Language in) {
    Instant first = state == null ? null : state.firstScannedAt();
    return state == null || first == null ? null : in.items().scans(first, state.scans());
  }

  /** Why the code may be a copy; null if nothing says so. */
  public @Nullable String warning(Language in) {
    if (suspicion == null) {
      return null;
    }
    return switch (suspicion) {
      case SCANNED_OFTEN -> in.items().scannedOften();
      case SCANNED_LONG_AGO -> in.items().scannedLongAgo();
    };
  }
}
