package org.shilian.codes.item;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shilian.codes.BatchStore;
import org.shilian.registry.Caller;
import org.shilian.serial.SerialCheck;

/** Ranges after they were issued: what was done with their codes, and voiding them. */
@ApplicationScoped
class ItemRanges {
  private final ItemRangeStore ranges;
  private final ItemUseStore uses;
  private final BatchStore batches;
  private final SerialCheck check;

  ItemRanges(ItemRangeStore ranges, ItemUseStore uses, BatchStore batches, SerialCheck check) {
    this.ranges = ranges;
    this.uses = uses;
    this.batches = batches;
    this.check = check;
  }

  /** The report of a range. */
  Uni<ItemRangeView> report(ItemRange range) {
    return Uni.combine()
        .all()
        .unis(batches.state(range.gtin(), range.lot()), uses.use(List.of(range.id())))
        .with((state, use) -> ItemRangeView.of(range, state, use.get(range.id())));
  }

  /** Voids codes of a range and reports it. Fails with INVALID_INPUT if the form breaks a rule. */
  Uni<ItemRangeView> voidCodes(ItemRange range, ItemVoidForm form, Caller caller) {
    return uses.voidCodes(range, form.check(range, check), caller.keyId())
        .chain(() -> report(range));
  }

  /** A page of reports. */
  Uni<ItemRangePage> page(ItemRangeQuery query) {
    return ranges
        .list(query)
        .chain(
            found -> {
              boolean more = found.size() > query.limit();
              List<ItemRange> shown = more ? found.subList(0, query.limit()) : found;
              String next = more ? shown.get(shown.size() - 1).id().toString() : null;
              return reports(shown).map(reports -> new ItemRangePage(reports, next));
            });
  }

  private Uni<List<ItemRangeView>> reports(List<ItemRange> shown) {
    return Uni.combine()
        .all()
        .unis(
            batches.states(shown.stream().map(ItemRange::batch).toList()),
            uses.use(shown.stream().map(ItemRange::id).toList()))
        .with(
            (states, use) ->
                shown.stream()
                    .map(
                        range ->
                            ItemRangeView.of(
                                range,
                                states.getOrDefault(range.batch(), BatchStore.State.NOT_MADE),
                                use.get(range.id())))
                    .toList());
  }
}
