package org.shilian.scan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.registry.item.ItemStates;
import org.shilian.serial.SerialCheck;

/** Tells of the code of a package whether it is genuine, and counts that it was scanned. */
@ApplicationScoped
class ScannedItems {
  private final SerialCheck check;
  private final ItemStates states;
  private final ScanConfig limits;
  private final Clock clock;

  ScannedItems(SerialCheck check, ItemStates states, ScanConfig limits, Clock clock) {
    this.check = check;
    this.states = states;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * The package with this serial. The database is asked only if the keys say that the code is
   * genuine. Fails with the database's failure.
   *
   * @param visit whether this is a scan, and counted
   */
  Uni<ScannedItem> scanned(Gtin gtin, Lot lot, Serial serial, boolean visit) {
    SerialCheck.Verdict verdict = check.check(gtin, lot, serial);
    SerialCheck.@Nullable Place place = check.place(gtin, serial);
    if (verdict != SerialCheck.Verdict.GENUINE || place == null) {
      return Uni.createFrom().item(ScannedItem.of(serial.value(), verdict, null, limits, clock));
    }
    return (visit ? states.scanned(gtin, place) : states.read(gtin, place))
        .map(state -> ScannedItem.of(serial.value(), verdict, state, limits, clock));
  }
}
