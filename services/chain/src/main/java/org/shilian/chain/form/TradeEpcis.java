package org.shilian.chain.form;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.Party;
import org.shilian.gs1.Uscc;

/**
 * The EPCIS 2.0 form of trade events, both ways. Who did it is in the extension member {@code
 * shilian:operator}. A lot is its Digital Link in canonical form; parties, orders and papers that
 * have no GS1 key are URNs.
 */
public final class TradeEpcis {
  private TradeEpcis() {}

  /** The EPCIS form, with the eventID that the event has; without one if it has none. */
  public static EpcisEvent toEpcis(TradeEvent event) {
    return toEpcis(event, event.envelope().eventId());
  }

  /** The EPCIS form with this eventID; an event that came as EPCIS as it came. */
  public static EpcisEvent toEpcis(TradeEvent event, @Nullable String eventId) {
    return event instanceof Plain plain
        ? plain.epcis()
        : Forms.toEpcis(event, new EpcisOut(event, eventId));
  }

  /**
   * Reads an EPCIS event in JSON.
   *
   * @throws org.shilian.epcis.EpcisException if it is not one
   */
  public static EpcisEvent parse(byte[] json) {
    return EpcisJson.read(json);
  }

  /**
   * Reads a trade event from its EPCIS form in JSON; throws as {@link #parse} and {@link #toTrade}.
   */
  public static TradeEvent read(byte[] json, Reading reading) {
    return toTrade(parse(json), json, reading);
  }

  /** The same as {@link #toTrade(EpcisEvent, Reading)}, for an event that was parsed from this. */
  public static TradeEvent toTrade(EpcisEvent event, byte[] json, Reading reading) {
    return WholeText.isCertain(json)
        ? Forms.fromEpcis(new EpcisIn(event, reading))
        : toTrade(event, reading);
  }

  /**
   * The trade event that this EPCIS event says, whoever made it; a {@link Plain} if it says none.
   * One with an errorDeclaration is the VOID of what it repeats.
   *
   * @throws org.shilian.chain.trade.TradeException if it says one that breaks a rule
   * @throws org.shilian.gs1.Gs1Exception if a key in it is none
   */
  public static TradeEvent toTrade(EpcisEvent event, Reading reading) {
    WholeText.check(EpcisJson.toJson(event));
    return Forms.fromEpcis(new EpcisIn(event, reading));
  }

  /**
   * Who the event says did it, in {@code shilian:operator}; null if it leaves that to who posts it.
   *
   * @throws org.shilian.chain.trade.TradeException if what it says there is no operator
   * @throws org.shilian.gs1.Gs1Exception if the USCC there is none
   */
  public static @Nullable Uscc operator(EpcisEvent event) {
    return EpcisIn.saidOperator(event);
  }

  /** The operator that the URI of a party stands for; null if it is not known to be one. */
  public static @Nullable Uscc operator(String party, Reading reading) {
    return EpcisIn.operator(party, reading);
  }

  /**
   * The URIs of the parties that the event names in its source and destination lists and that need
   * a register to be known: what {@link Reading#parties} should resolve.
   */
  public static Set<String> partiesToResolve(EpcisEvent event) {
    Set<String> uris = new LinkedHashSet<>();
    Stream.concat(event.common().sources().stream(), event.common().destinations().stream())
        .map(Party::id)
        .filter(KeyUri::looksLikeKey)
        .forEach(uris::add);
    return uris;
  }
}
