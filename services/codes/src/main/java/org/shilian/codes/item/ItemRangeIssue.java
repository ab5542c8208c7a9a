package org.shilian.codes.item;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.BatchStore;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.ProductCard;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemKeys;

/** Issues ranges, to whom they belong and for lots that were made. */
@ApplicationScoped
class ItemRangeIssue {
  private final Directory directory;
  private final BatchStore batches;
  private final ItemRangeStore ranges;
  private final ItemKeys keys;

  ItemRangeIssue(Directory directory, BatchStore batches, ItemRangeStore ranges, ItemKeys keys) {
    this.directory = directory;
    this.batches = batches;
    this.ranges = ranges;
    this.keys = keys;
  }

  /**
   * Issues a range. Fails with INVALID_INPUT if product or lot are not known or the lot was voided;
   * FORBIDDEN if the product is another operator's; CONFLICT if its counters are used up;
   * UNAVAILABLE if no key is configured.
   */
  Uni<ItemRange> issue(ItemRangeForm.Checked wanted, Caller caller) {
    ItemKey key = keys.current();
    if (key == null) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "no key for item codes is configured here (shilian.codes.item-keys-file)");
    }
    return directory
        .products(Set.of(wanted.gtin()))
        .map(found -> owner(found.get(wanted.gtin()), wanted, caller))
        .call(() -> batches.state(wanted.gtin(), wanted.lot()).invoke(s -> mustBeMade(wanted, s)))
        .chain(
            owner ->
                ranges
                    .issue(wanted, key.id(), owner, caller.keyId())
                    .onItem()
                    .ifNull()
                    .failWith(() -> usedUp(wanted, key)));
  }

  private static Uscc owner(
      @Nullable ProductCard card, ItemRangeForm.Checked wanted, Caller caller) {
    String gtin = wanted.gtin().value();
    if (card == null) {
      throw ProblemException.invalid(List.of(new Violation("/gtin", gtin, "is not registered")));
    }
    if (!caller.mayWriteFor(card.operator())) {
      String rule = "is not a product of the operator this API key speaks for";
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "/gtin " + gtin + ": " + rule,
          List.of(new Violation("/gtin", gtin, rule)));
    }
    return card.operator();
  }

  private static void mustBeMade(ItemRangeForm.Checked wanted, BatchStore.State state) {
    String fault =
        switch (state) {
          case MADE -> null;
          case VOIDED -> "the record of making this lot was voided";
          case NOT_MADE -> "nobody has recorded making this lot of the product";
        };
    if (fault != null) {
      throw ProblemException.invalid(List.of(new Violation("/lot", wanted.lot().value(), fault)));
    }
  }

  private static ProblemException usedUp(ItemRangeForm.Checked wanted, ItemKey key) {
    return new ProblemException(
        ProblemType.CONFLICT,
        "product "
            + wanted.gtin()
            + " has fewer than "
            + wanted.count()
            + " serials left under key "
            + key.id()
            + "; add another key");
  }
}
