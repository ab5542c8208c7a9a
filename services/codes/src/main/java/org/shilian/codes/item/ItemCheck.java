package org.shilian.codes.item;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.ScannedCode;
import org.shilian.gs1.Serial;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;
import org.shilian.registry.item.ItemStates;
import org.shilian.serial.SerialCheck;
import org.shilian.serial.SerialCheck.Verdict;

/** Says of an item code whether it is genuine, and which range it belongs to. */
@ApplicationScoped
class ItemCheck {
  private static final String NOT_ISSUED = "not-issued";

  private final SerialCheck check;
  private final ItemRangeStore ranges;
  private final ItemStates states;
  private final ItemTradeStore trade;

  ItemCheck(SerialCheck check, ItemRangeStore ranges, ItemStates states, ItemTradeStore trade) {
    this.check = check;
    this.ranges = ranges;
    this.states = states;
    this.trade = trade;
  }

  /**
   * Checks what was scanned; the database is asked only if the keys alone do not refuse the code.
   *
   * @throws ProblemException INVALID_INPUT if it is no code, or has no GTIN and serial
   */
  Uni<ItemCheckView> check(String text) {
    DigitalLink link = link(text);
    Gtin gtin = link == null ? null : link.gtin();
    Serial serial = link == null ? null : link.serial();
    if (link == null || gtin == null || serial == null) {
      throw refusal(text, "is no item code: it has no GTIN (01) with a serial (21)");
    }
    Lot lot = link.lot();
    Verdict verdict = check.check(gtin, lot, serial);
    SerialCheck.Place place = check.place(gtin, serial);
    boolean open = verdict == Verdict.GENUINE || verdict == Verdict.LOT_NEEDED;
    if (!open || place == null) {
      return Uni.createFrom().item(answer(verdict.text(), gtin, lot, serial, null, null));
    }
    return ranges
        .covering(gtin, place)
        .chain(
            range ->
                range == null || check.check(gtin, range.lot(), serial) != Verdict.GENUINE
                    ? Uni.createFrom().item(notFound(gtin, lot, serial))
                    : found(gtin, serial, place, range));
  }

  private static ItemCheckView notFound(Gtin gtin, @Nullable Lot lot, Serial serial) {
    String verdict = lot == null ? Verdict.FORGED.text() : NOT_ISSUED;
    return answer(verdict, gtin, lot, serial, null, null);
  }

  private Uni<ItemCheckView> found(
      Gtin gtin, Serial serial, SerialCheck.Place place, ItemRange range) {
    return Uni.combine()
        .all()
        .unis(states.read(gtin, place), trade.find(gtin, serial))
        .with(
            (state, traded) ->
                answer(
                    Verdict.GENUINE.text(),
                    gtin,
                    range.lot(),
                    serial,
                    new ItemCheckView.Range(
                        range.id(), place.counter() - range.first() + 1, range.issuedAt()),
                    new ItemCheckView.State(
                        traded.activatedAt(),
                        traded.soldAt(),
                        state == null ? null : state.firstScannedAt(),
                        state == null ? 0 : state.scans(),
                        state == null ? null : state.voidedAt(),
                        state == null ? null : state.voidReason())));
  }

  private static ItemCheckView answer(
      String verdict,
      Gtin gtin,
      @Nullable Lot lot,
      Serial serial,
      ItemCheckView.@Nullable Range range,
      ItemCheckView.@Nullable State state) {
    return new ItemCheckView(
        verdict, gtin.value(), lot == null ? null : lot.value(), serial.value(), range, state);
  }

  private static @Nullable DigitalLink link(String text) {
    try {
      return ScannedCode.parse(text).link();
    } catch (Gs1Exception e) {
      throw refusal(text, e.what() + " " + e.value() + ": " + e.rule());
    }
  }

  private static ProblemException refusal(String text, String rule) {
    return ProblemException.invalid(List.of(new Violation("code", text, rule)));
  }
}
