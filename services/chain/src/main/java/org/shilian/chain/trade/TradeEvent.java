package org.shilian.chain.trade;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/**
 * What an operator did with food, in the short form a shop can write. Each has exactly one EPCIS
 * 2.0 form ({@link TradeEpcis}), which is what travels and is kept.
 */
public sealed interface TradeEvent {

  /** What all trade events say. */
  Envelope envelope();

  /** The type as the JSON spells it. */
  Type type();

  /** The lots that this event moves; empty for one that moves none. */
  List<Line> lines();

  /** The operator that did it, and that posts it. */
  default Uscc operator() {
    return envelope().operator();
  }

  /**
   * What all trade events say.
   *
   * @param eventId the client's eventID, an absolute URI; null until the door has given it one
   * @param eventTime when it happened, with the offset of the place where it did
   * @param operator who did it
   * @param readPoint where, as a URI; null if not said
   */
  record Envelope(
      @Nullable String eventId,
      OffsetDateTime eventTime,
      Uscc operator,
      @Nullable String readPoint) {

    /** The same with this eventID. */
    public Envelope withEventId(String id) {
      return new Envelope(id, eventTime, operator, readPoint);
    }
  }

  /** The types, as the JSON spells them. */
  enum Type {
    PRODUCE,
    SHIP,
    RECEIVE,
    SELL,
    USE,
    VOID
  }

  /** A lot was made: brings it on the chain, and makes its maker's holding the origin. */
  record Produce(Envelope envelope, Line made, LocalDate productionDate, LocalDate expirationDate)
      implements TradeEvent {

    /** Refuses an expiration before the production. */
    public Produce {
      if (expirationDate.isBefore(productionDate)) {
        throw new TradeException(
            "expirationDate",
            expirationDate.toString(),
            "must not be before productionDate " + productionDate);
      }
    }

    @Override
    public Type type() {
      return Type.PRODUCE;
    }

    @Override
    public List<Line> lines() {
      return List.of(made);
    }

    /** The product. */
    public Gtin gtin() {
      return made.gtin();
    }

    /** The lot. */
    public Lot lot() {
      return made.lot();
    }
  }

  /** Lots left for a buyer: the shipped side of their hops. */
  record Ship(Envelope envelope, Party buyer, @Nullable String orderCode, List<Line> lines)
      implements TradeEvent {

    /** Copies the lines. */
    public Ship {
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.SHIP;
    }
  }

  /** Lots came from a supplier: the received side of their hops. */
  record Receive(Envelope envelope, Party supplier, @Nullable String orderCode, List<Line> lines)
      implements TradeEvent {

    /** Copies the lines. */
    public Receive {
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.RECEIVE;
    }
  }

  /** Lots were sold to consumers. */
  record Sell(Envelope envelope, List<Line> lines) implements TradeEvent {

    /** Copies the lines. */
    public Sell {
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.SELL;
    }
  }

  /** Lots were used up in a kitchen; {@code meal} says for what. */
  record Use(Envelope envelope, List<Line> lines, @Nullable String meal) implements TradeEvent {

    /** Copies the lines. */
    public Use {
      lines = List.copyOf(lines);
    }

    @Override
    public Type type() {
      return Type.USE;
    }
  }

  /**
   * An earlier event of the same operator is declared in error: it then counts for nothing,
   * whichever of the two arrives first. A VOID itself cannot be voided.
   *
   * @param voids the eventID of the event in error
   * @param reason a CBV error reason, {@code did_not_occur} or {@code incorrect_data}
   */
  record Voiding(Envelope envelope, String voids, String reason) implements TradeEvent {

    @Override
    public Type type() {
      return Type.VOID;
    }

    @Override
    public List<Line> lines() {
      return List.of();
    }
  }
}
