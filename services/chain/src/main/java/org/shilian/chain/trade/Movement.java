package org.shilian.chain.trade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Sscc;

/** A trade event that makes, moves or uses up lots: what the chain is built of. */
public sealed interface Movement extends TradeEvent {

  /** The lots that it moves, with their quantities: what was made first, then what went into it. */
  List<Line> lines();

  /** The lots that it brought into being; empty for most. */
  default List<Making> makings() {
    return List.of();
  }

  /** The lots that were used up to make {@link #makings}; empty for most. */
  default List<Line> inputs() {
    return List.of();
  }

  @Override
  default List<LotKey> lots() {
    return lines().stream().map(Line::key).toList();
  }

  @Override
  default List<String> mentions() {
    return Mention.of(null, List.of(), lines());
  }

  /**
   * A lot was made: brings it on the chain, and makes its maker's holding the origin. With inputs
   * it was made of other lots.
   */
  record Produce(Envelope envelope, Making made, List<Line> inputs) implements Movement {

    /** Copies the inputs; refuses a lot that is made of itself. */
    public Produce {
      inputs = List.copyOf(inputs);
      refuseSelf(inputs, List.of(made));
    }

    @Override
    public Type type() {
      return Type.PRODUCE;
    }

    @Override
    public List<Line> lines() {
      return both(makings(), inputs);
    }

    @Override
    public List<Making> makings() {
      return List.of(made);
    }
  }

  /**
   * Lots came from where the chain does not reach, abroad or another province: this station brings
   * them on the chain, and its holding is the origin.
   *
   * @param supplier whom they came from
   * @param source where they are from and the papers that say so
   */
  record FirstIn(
      Envelope envelope,
      Party supplier,
      @Nullable String orderCode,
      ForeignSource source,
      List<Making> makings)
      implements Movement {

    /** Copies the lots; refuses one that is brought in twice. */
    public FirstIn {
      Rules.order(orderCode);
      makings = List.copyOf(makings);
      refuseTwice("lines", makings);
    }

    @Override
    public Type type() {
      return Type.FIRST_IN;
    }

    @Override
    public List<Line> lines() {
      return makings.stream().map(Making::line).toList();
    }

    @Override
    public List<String> mentions() {
      return Mention.of(orderCode, List.of(), lines());
    }
  }

  /** Lots were packed anew: the outputs are what was in the inputs, under other lot numbers. */
  record Repack(Envelope envelope, List<Line> inputs, List<Making> makings) implements Movement {

    /** Copies the lists; refuses a lot that is made of itself, and one that is made twice. */
    public Repack {
      inputs = List.copyOf(inputs);
      makings = List.copyOf(makings);
      refuseTwice("outputs", makings);
      refuseSelf(inputs, makings);
    }

    @Override
    public Type type() {
      return Type.REPACK;
    }

    @Override
    public List<Line> lines() {
      return both(makings, inputs);
    }
  }

  /**
   * Lots left for a buyer: the shipped side of their hops.
   *
   * @param handler who carried them; a name, shown to the two sides and the regulator only
   */
  record Ship(
      Envelope envelope,
      Party buyer,
      @Nullable String orderCode,
      @Nullable String handler,
      List<Sscc> boxes,
      List<Line> lines)
      implements Movement {

    /** Copies the lists. */
    public Ship {
      Rules.order(orderCode);
      boxes = List.copyOf(boxes);
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.SHIP;
    }

    @Override
    public List<String> mentions() {
      return Mention.of(orderCode, boxes, lines);
    }
  }

  /**
   * Lots came from a supplier: the received side of their hops.
   *
   * @param allLines whether everything shipped under the order was received as it was shipped; then
   *     there is an order code
   * @param lines what was accepted, line by line; empty with {@code allLines}, or when everything
   *     was refused
   * @param refused what was not accepted and went back, with the reasons
   * @param vouchers the papers that came along: numbers or URIs
   */
  record Receive(
      Envelope envelope,
      Party supplier,
      @Nullable String orderCode,
      boolean allLines,
      List<Line> lines,
      List<Refusal> refused,
      List<String> vouchers)
      implements Movement {

    /** Copies the lists; refuses one that says nothing, and all lines of no order. */
    public Receive {
      Rules.order(orderCode);
      lines = List.copyOf(lines);
      refused = List.copyOf(refused);
      vouchers = List.copyOf(vouchers);
      if (allLines && orderCode == null) {
        throw new TradeException("allLines", "true", "must come with the orderCode it is about");
      }
      if (allLines && !lines.isEmpty()) {
        throw new TradeException("allLines", "true", "must not come with lines");
      }
      if (!allLines && lines.isEmpty() && refused.isEmpty()) {
        throw new TradeException("lines", "[]", "must name what was received or refused");
      }
    }

    @Override
    public Type type() {
      return Type.RECEIVE;
    }

    @Override
    public List<LotKey> lots() {
      return Stream.concat(lines.stream(), refused.stream().map(Refusal::line))
          .map(Line::key)
          .toList();
    }

    @Override
    public List<String> mentions() {
      return Mention.of(orderCode, List.of(), lines);
    }
  }

  /** Lots were sold to consumers. */
  record Sell(Envelope envelope, List<Line> lines) implements Movement {

    /** Copies the lines. */
    public Sell {
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.SELL;
    }
  }

  /**
   * Lots were used up in a kitchen.
   *
   * @param meal the meal or dish they went into
   * @param sitting the canteen sitting it was served at
   */
  record Use(Envelope envelope, List<Line> lines, @Nullable String meal, @Nullable String sitting)
      implements Movement {

    /** Copies the lines. */
    public Use {
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.USE;
    }
  }

  /** Lots were destroyed or thrown away. */
  record Dispose(Envelope envelope, List<Line> lines, String reason) implements Movement {

    /** Copies the lines; refuses a reason that says nothing. */
    public Dispose {
      lines = List.copyOf(lines);
      Rules.text("reason", reason, 200);
    }

    @Override
    public Type type() {
      return Type.DISPOSE;
    }
  }

  private static List<Line> both(List<Making> makings, List<Line> inputs) {
    List<Line> lines = new ArrayList<>(makings.size() + inputs.size());
    makings.forEach(making -> lines.add(making.line()));
    lines.addAll(inputs);
    return List.copyOf(lines);
  }

  /** A lot that an event makes has one quantity and one label, so it stands on one line. */
  private static void refuseTwice(String field, List<Making> makings) {
    Set<LotKey> seen = new HashSet<>();
    for (Making making : makings) {
      if (!seen.add(making.lot())) {
        throw new TradeException(
            field, making.lot().lot().value(), "must name each lot of a product once");
      }
    }
  }

  private static void refuseSelf(List<Line> inputs, List<Making> makings) {
    for (Making making : makings) {
      for (Line input : inputs) {
        if (input.key().equals(making.lot())) {
          throw new TradeException(
              "inputs", input.lot().value(), "must not be a lot that this same event makes");
        }
      }
    }
  }
}
