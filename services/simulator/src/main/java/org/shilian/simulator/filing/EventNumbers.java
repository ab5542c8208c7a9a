package org.shilian.simulator.filing;

import java.util.UUID;
import org.shilian.simulator.county.Dice;

/** Numbers the events of a run and gives them eventIDs no other run has. */
final class EventNumbers {
  private final long run;
  private long last;

  EventNumbers(long run) {
    this.run = run;
  }

  long next() {
    return ++last;
  }

  /** A UUID in the form of version 4. */
  String idOf(long number) {
    long high = Dice.mix(run, 2 * number);
    long low = Dice.mix(run, 2 * number + 1);
    UUID uuid =
        new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    return "urn:uuid:" + uuid;
  }
}
