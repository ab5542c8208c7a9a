package org.shilian.chain.trade;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;

/**
 * What somebody did with food, in the short form a shop can write. Each has exactly one EPCIS 2.0
 * form ({@link TradeEpcis}), which is what travels and is kept.
 */
public sealed interface TradeEvent permits Movement, Evidence, Measure, Voiding, Plain {

  /** What all trade events say. */
  Envelope envelope();

  /** The type as the JSON spells it. */
  Type type();

  /** The lots that this event names, in its own order, each time it names them. */
  List<LotKey> lots();

  /** Who did it, and who posts it. */
  default Uscc operator() {
    return envelope().operator();
  }

  /**
   * Other keys by which the event can be found: the order, the boxes and the items it names, each
   * as {@link Mention} spells it.
   */
  default List<String> mentions() {
    return List.of();
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

    /** Refuses an eventID that is too long to be found by, and a year that none can mean. */
    public Envelope {
      Rules.reference("eventID", eventId);
      Rules.time("eventTime", eventTime);
    }

    /** The same with this eventID. */
    public Envelope withEventId(String id) {
      return new Envelope(id, eventTime, operator, readPoint);
    }
  }

  /** The types, as the JSON spells them. */
  enum Type {
    PRODUCE,
    FIRST_IN,
    REPACK,
    SHIP,
    RECEIVE,
    SELL,
    USE,
    DISPOSE,
    TEST,
    CERTIFY,
    TEMPERATURE,
    SAMPLE,
    SEAL,
    INSPECT,
    HOLD,
    RELEASE,
    RECALL,
    RECALL_ACK,
    CLOSE,
    VOID,
    /** An EPCIS event that is none of the trade events; it has no trade form. */
    EPCIS
  }
}
