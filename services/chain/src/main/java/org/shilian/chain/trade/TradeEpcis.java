package org.shilian.chain.trade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.epcis.Action;
import org.shilian.epcis.BizTransaction;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventCommon;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.QuantityElement;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/**
 * The EPCIS 2.0 form of trade events, both ways. Each is an ObjectEvent:
 *
 * <table>
 *   <caption>How trade events are said in EPCIS</caption>
 *   <tr><td>PRODUCE</td><td>ADD, commissioning, active; dates in ilmd</td></tr>
 *   <tr><td>SHIP</td><td>OBSERVE, shipping, in_transit; owning_party source and destination, po</td></tr>
 *   <tr><td>RECEIVE</td><td>OBSERVE, receiving, in_progress; the same</td></tr>
 *   <tr><td>SELL</td><td>OBSERVE, retail_selling, retail_sold</td></tr>
 *   <tr><td>USE</td><td>DELETE, {@value #CONSUMING}</td></tr>
 *   <tr><td>VOID</td><td>DELETE, {@value #VOIDING}; its object is the record that is withdrawn</td></tr>
 * </table>
 *
 * <p>Who did it is in the extension member {@code shilian:operator}. Parties are URNs made of their
 * USCC or licence number. A lot is its Digital Link in canonical form.
 */
public final class TradeEpcis {
  /** Our business step for food that is used up in a kitchen; CBV has none. */
  public static final String CONSUMING = "https://ns.shilian.org/bizstep/consuming";

  /** Our business step for withdrawing a record; CBV has none. */
  public static final String VOIDING = "https://ns.shilian.org/bizstep/voiding";

  private static final String OPERATOR = "shilian:operator";
  private static final String PARTNER_NAME = "shilian:partnerName";
  private static final String MEAL = "shilian:meal";
  private static final String REASON = "shilian:reason";
  private static final String PRODUCTION_DATE = "gs1:productionDate";
  private static final String EXPIRATION_DATE = "gs1:expirationDate";
  private static final String OWNER = "owning_party";
  private static final String USCC = "urn:shilian:uscc:";
  private static final String LICENCE = "urn:shilian:licence:";
  private static final String ORDER = "urn:shilian:order:";

  private TradeEpcis() {}

  /** The EPCIS form, with the eventID that the event has; without one if it has none. */
  public static EpcisEvent toEpcis(TradeEvent event) {
    return toEpcis(event, event.envelope().eventId());
  }

  /** The EPCIS form with this eventID. */
  public static EpcisEvent toEpcis(TradeEvent event, @Nullable String eventId) {
    EventCommon.Builder common =
        EventCommon.at(event.envelope().eventTime())
            .eventId(eventId)
            .readPoint(event.envelope().readPoint())
            .extension(OPERATOR, USCC + event.operator());
    ObjectNode ilmd = null;
    Action action = Action.OBSERVE;
    List<String> objects = List.of();
    if (event instanceof TradeEvent.Produce produce) {
      action = Action.ADD;
      common.bizStep("commissioning").disposition("active");
      ilmd = JsonNodeFactory.instance.objectNode();
      ilmd.put(PRODUCTION_DATE, produce.productionDate().toString());
      ilmd.put(EXPIRATION_DATE, produce.expirationDate().toString());
    } else if (event instanceof TradeEvent.Ship ship) {
      common.bizStep("shipping").disposition("in_transit");
      common.source(OWNER, USCC + event.operator());
      common.destination(OWNER, uri(ship.buyer()));
      delivery(common, ship.orderCode(), ship.buyer());
    } else if (event instanceof TradeEvent.Receive receive) {
      common.bizStep("receiving").disposition("in_progress");
      common.source(OWNER, uri(receive.supplier()));
      common.destination(OWNER, USCC + event.operator());
      delivery(common, receive.orderCode(), receive.supplier());
    } else if (event instanceof TradeEvent.Sell) {
      common.bizStep("retail_selling").disposition("retail_sold");
    } else if (event instanceof TradeEvent.Use use) {
      action = Action.DELETE;
      common.bizStep(CONSUMING);
      if (use.meal() != null) {
        common.extension(MEAL, use.meal());
      }
    } else if (event instanceof TradeEvent.Voiding declaration) {
      action = Action.DELETE;
      objects = List.of(declaration.voids());
      common.bizStep(VOIDING).extension(REASON, declaration.reason());
    }
    return new ObjectEvent(common.build(), action, objects, quantities(event), ilmd);
  }

  private static void delivery(
      EventCommon.Builder common, @Nullable String orderCode, Party partner) {
    if (orderCode != null) {
      common.bizTransaction("po", ORDER + encoded(orderCode));
    }
    if (partner instanceof Party.OffChain offChain && offChain.name() != null) {
      common.extension(PARTNER_NAME, offChain.name());
    }
  }

  private static List<QuantityElement> quantities(TradeEvent event) {
    List<QuantityElement> quantities = new ArrayList<>(event.lines().size());
    for (Line line : event.lines()) {
      quantities.add(
          new QuantityElement(
              DigitalLink.ofBatch(line.gtin(), line.lot()).canonical(),
              line.quantity().value(),
              line.quantity().unit().code()));
    }
    return quantities;
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
  public static TradeEvent read(byte[] json) {
    return toTrade(parse(json));
  }

  /**
   * The trade event that this EPCIS event says.
   *
   * @throws TradeException if it does not say one
   * @throws org.shilian.gs1.Gs1Exception if a key in it is none
   */
  public static TradeEvent toTrade(EpcisEvent event) {
    if (!(event instanceof ObjectEvent object)) {
      throw new TradeException("type", event.type(), "must be an ObjectEvent");
    }
    EventCommon common = object.common();
    TradeEvent.Envelope envelope =
        new TradeEvent.Envelope(
            common.eventId(),
            common.eventTime(),
            uscc(OPERATOR, text(common.extensions(), OPERATOR)),
            common.readPoint());
    String step = String.valueOf(common.bizStep());
    TradeEvent trade =
        switch (step) {
          case "commissioning" -> produce(envelope, object);
          case "shipping" ->
              new TradeEvent.Ship(
                  envelope,
                  party(common, common.destinations(), "destinationList"),
                  orderCode(common),
                  lines(object));
          case "receiving" ->
              new TradeEvent.Receive(
                  envelope,
                  party(common, common.sources(), "sourceList"),
                  orderCode(common),
                  lines(object));
          case "retail_selling" -> new TradeEvent.Sell(envelope, lines(object));
          case CONSUMING ->
              new TradeEvent.Use(
                  envelope, lines(object), common.extensions().path(MEAL).textValue());
          case VOIDING ->
              new TradeEvent.Voiding(
                  envelope, only(object.epcList()), text(common.extensions(), REASON));
          default -> throw new TradeException("bizStep", step, "must be that of a trade event");
        };
    if (trade.type() != TradeEvent.Type.VOID && trade.lines().isEmpty()) {
      throw new TradeException("quantityList", "[]", "must name at least one lot");
    }
    return trade;
  }

  private static TradeEvent produce(TradeEvent.Envelope envelope, ObjectEvent object) {
    List<Line> lines = lines(object);
    ObjectNode ilmd = object.ilmd();
    if (lines.size() != 1 || ilmd == null) {
      throw new TradeException("quantityList", lines.toString(), "must be one lot, with ilmd");
    }
    return new TradeEvent.Produce(
        envelope, lines.get(0), date(ilmd, PRODUCTION_DATE), date(ilmd, EXPIRATION_DATE));
  }

  private static List<Line> lines(ObjectEvent object) {
    List<Line> lines = new ArrayList<>(object.quantities().size());
    for (QuantityElement element : object.quantities()) {
      DigitalLink link = DigitalLink.parse(element.epcClass());
      Gtin gtin = link.gtin();
      Lot lot = link.lot();
      if (gtin == null || lot == null || element.quantity() == null || element.uom() == null) {
        throw new TradeException(
            "quantityList", element.epcClass(), "must be a GTIN and lot with quantity and uom");
      }
      lines.add(new Line(gtin, lot, new Quantity(element.quantity(), Unit.of(element.uom()))));
    }
    return lines;
  }

  private static @Nullable String orderCode(EventCommon common) {
    for (BizTransaction transaction : common.bizTransactions()) {
      if (transaction.bizTransaction().startsWith(ORDER)) {
        return decoded(transaction.bizTransaction().substring(ORDER.length()));
      }
    }
    return null;
  }

  private static Party party(
      EventCommon common, List<org.shilian.epcis.Party> parties, String field) {
    for (org.shilian.epcis.Party party : parties) {
      if (party.type().equals(OWNER)) {
        if (party.id().startsWith(LICENCE)) {
          return new Party.OffChain(
              decoded(party.id().substring(LICENCE.length())),
              common.extensions().path(PARTNER_NAME).textValue());
        }
        return new Party.OnChain(uscc(field, party.id()));
      }
    }
    throw new TradeException(field, parties.toString(), "must have an owning_party");
  }

  private static String uri(Party party) {
    if (party instanceof Party.OffChain offChain) {
      return LICENCE + encoded(offChain.licence());
    }
    return USCC + party.key();
  }

  private static Uscc uscc(String field, String uri) {
    if (!uri.startsWith(USCC)) {
      throw new TradeException(field, uri, "must be " + USCC + " and a USCC");
    }
    return new Uscc(uri.substring(USCC.length()));
  }

  private static String only(List<String> objects) {
    if (objects.size() != 1) {
      throw new TradeException("epcList", objects.toString(), "must be one eventID");
    }
    return objects.get(0);
  }

  private static LocalDate date(ObjectNode node, String field) {
    String text = text(node, field);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TradeException(field, text, "must be a date");
    }
  }

  private static String text(ObjectNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new TradeException(field, value.toString(), "must be text");
    }
    return value.textValue();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
