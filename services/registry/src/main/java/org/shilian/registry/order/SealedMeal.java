package org.shilian.registry.order;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence.Seal;
import org.shilian.chain.trade.LotKey;

/**
 * A takeaway meal and the seal on it, as a function of the SEAL events that name the code, in
 * whatever order they came.
 *
 * @param sealedAt when the seal was put on; null until it was
 * @param openedAt when somebody first said that it is broken; null unless it is {@link
 *     State#OPENED}
 * @param seal the number on the seal, which may be another than the code's; null while nothing is
 *     bound
 * @param dishes what is in it
 * @param lots what they were made of, as far as it is said
 * @param sealings how many events say that they put this seal on; more than one is a warning, since
 *     a seal is used once
 */
public record SealedMeal(
    State state,
    @Nullable OffsetDateTime sealedAt,
    @Nullable Instant openedAt,
    @Nullable String seal,
    List<String> dishes,
    List<LotKey> lots,
    int sealings) {

  /** How far a seal has come. */
  public enum State {
    /** Printed; no event names it. */
    ISSUED,
    /** A meal is packed for it, and it is not on it yet. */
    BOUND,
    /** It is on the meal. */
    SEALED,
    /** It was on the meal, and whoever had it said that it is broken. */
    OPENED;

    /** The word for it in JSON. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  // two events of one moment in the order of their content, so that no order of arrival shows
  private static final Comparator<Seal> EARLIEST =
      Comparator.comparing((Seal seal) -> seal.envelope().eventTime().toInstant())
          .thenComparing(seal -> String.join("\n", seal.dishes()))
          .thenComparing(seal -> seal.lots().toString());

  public SealedMeal {
    dishes = List.copyOf(dishes);
    lots = List.copyOf(lots);
  }

  /**
   * The meal of which these events tell. The first that puts the seal on counts for what is in the
   * meal; before there is one, the first that binds it.
   *
   * @param seals the SEAL events that count, all of the code's owner
   * @param opened when somebody first said that the seal is broken; null if nobody has
   */
  public static SealedMeal of(List<Seal> seals, @Nullable Instant opened) {
    List<Seal> sealings = seals.stream().filter(seal -> !seal.packing()).sorted(EARLIEST).toList();
    List<Seal> packings = seals.stream().filter(Seal::packing).sorted(EARLIEST).toList();
    if (sealings.isEmpty() && packings.isEmpty()) {
      return new SealedMeal(State.ISSUED, null, null, null, List.of(), List.of(), 0);
    }
    if (sealings.isEmpty()) {
      Seal packing = packings.get(0);
      return new SealedMeal(
          State.BOUND, null, null, packing.seal(), packing.dishes(), packing.lots(), 0);
    }
    Seal sealing = sealings.get(0);
    boolean said = !sealing.lots().isEmpty() || packings.isEmpty();
    return new SealedMeal(
        opened == null ? State.SEALED : State.OPENED,
        sealing.envelope().eventTime(),
        opened,
        sealing.seal(),
        sealing.dishes(),
        said ? sealing.lots() : packings.get(0).lots(),
        sealings.size());
  }
}
