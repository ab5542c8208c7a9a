package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Mention;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.Action;
import org.shilian.epcis.AggregationEvent;
import org.shilian.epcis.AssociationEvent;
import org.shilian.epcis.BizTransaction;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EventCommon;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.QuantityElement;
import org.shilian.epcis.TransactionEvent;
import org.shilian.epcis.TransformationEvent;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/** An EPCIS event, being read as a trade event. */
final class EpcisIn {
  private static final List<String> LOT_NUMBER =
      List.of("cbvmda:lotNumber", "gs1:lotNumber", "gs1:hasBatchLotNumber");

  private final EpcisEvent event;
  private final Reading reading;
  private final Members extensions;

  EpcisIn(EpcisEvent event, Reading reading) {
    this.event = event;
    this.reading = reading;
    this.extensions = members(event.common().extensions(), "");
  }

  EpcisEvent event() {
    return event;
  }

  EventCommon common() {
    return event.common();
  }

  /** The members of other namespaces at the event's own level. */
  Members extensions() {
    return extensions;
  }

  /** The text of such a member; null if it is not there. */
  @Nullable String text(String name) {
    return extensions.text(name);
  }

  Members members(@Nullable ObjectNode json, String path) {
    return new Members(
        json == null ? JsonNodeFactory.instance.objectNode() : json,
        event.common().namespaces(),
        path);
  }

  boolean hasStep(String bizStep) {
    return bizStep.equals(event.common().bizStep());
  }

  boolean hasDisposition(String disposition) {
    return disposition.equals(event.common().disposition());
  }

  /** The event if it is an ObjectEvent of this step; else null. */
  @Nullable ObjectEvent object(String bizStep) {
    return hasStep(bizStep) && event instanceof ObjectEvent object ? object : null;
  }

  /** The event if it is an ObjectEvent of this step and action; else null. */
  @Nullable ObjectEvent object(String bizStep, Action action) {
    ObjectEvent object = object(bizStep);
    return object != null && object.action() == action ? object : null;
  }

  TradeEvent.Envelope envelope() {
    EventCommon common = event.common();
    return new TradeEvent.Envelope(common.eventId(), localTime(), operator(), common.readPoint());
  }

  /**
   * When it happened, by the clock of the place where it did: in EPCIS an eventTime may be in any
   * offset, beside the one in force there.
   */
  OffsetDateTime localTime() {
    EventCommon common = event.common();
    return common.eventTime().withOffsetSameInstant(ZoneOffset.of(common.eventTimeZoneOffset()));
  }

  private Uscc operator() {
    Uscc said = saidOperator(extensions);
    return said == null ? reading.actor() : said;
  }

  /** Who the event says did it; null if it leaves that to who posts it. */
  static @Nullable Uscc saidOperator(EpcisEvent event) {
    return saidOperator(new Members(event.common().extensions(), event.common().namespaces(), ""));
  }

  private static @Nullable Uscc saidOperator(Members extensions) {
    String said = extensions.text(Terms.OPERATOR);
    if (said == null) {
      return null;
    }
    String uscc = Urn.USCC.in(said);
    if (uscc == null) {
      throw new TradeException(
          Terms.OPERATOR, said, "must be " + Urn.USCC.prefix() + " and a USCC");
    }
    return new Uscc(uscc);
  }

  /** The operator that a party's URI stands for; null if it is not known to be one. */
  @Nullable Uscc operator(String party) {
    return operator(party, reading);
  }

  static @Nullable Uscc operator(String party, Reading reading) {
    String uscc = Urn.USCC.in(party);
    if (uscc != null) {
      return new Uscc(uscc);
    }
    Uscc resolved = reading.parties().get(party);
    return resolved == null ? reading.parties().get(KeyUri.canonical(party)) : resolved;
  }

  /** Whether this party is the one that says so. */
  boolean isOperator(Party party) {
    return party instanceof Party.OnChain known && known.uscc().equals(operator());
  }

  /** Whether this end of a delivery may be that of the one that says so: no other is known. */
  boolean isMine(@Nullable Party end) {
    return !(end instanceof Party.OnChain) || isOperator(end);
  }

  /** The lines of an ObjectEvent. */
  List<Line> lines(ObjectEvent object) {
    return lines(object.quantities(), object.epcList(), object.ilmd());
  }

  /** What went into a transformation. */
  List<Line> inputs(TransformationEvent transformation) {
    return lines(transformation.inputQuantities(), transformation.inputEpcs(), null);
  }

  /** What a transformation made. */
  List<Line> outputs(TransformationEvent transformation) {
    return lines(
        transformation.outputQuantities(), transformation.outputEpcs(), transformation.ilmd());
  }

  private List<Line> lines(
      List<QuantityElement> quantities, List<String> instances, @Nullable ObjectNode ilmd) {
    return new ObjectList(quantities, instances, lotOfAll(ilmd))
        .lines(LineSerials.read(extensions));
  }

  private @Nullable Lot lotOfAll(@Nullable ObjectNode ilmd) {
    Members members = members(ilmd, "ilmd/");
    for (String name : LOT_NUMBER) {
      String lot = members.text(name);
      if (lot != null) {
        return new Lot(lot);
      }
    }
    return null;
  }

  /** The event as one that says nothing the chain counts. */
  Plain plain() {
    List<ObjectList> lists = lists();
    Set<LotKey> lots = new LinkedHashSet<>();
    Set<String> mentions = new LinkedHashSet<>();
    for (BizTransaction transaction : event.common().bizTransactions()) {
      mentions.add(Mention.order(OrderCode.code(transaction.bizTransaction())));
    }
    for (ObjectList list : lists) {
      lots.addAll(list.lots());
      mentions.addAll(list.mentions());
    }
    return new Plain(envelope(), event, List.copyOf(lots), List.copyOf(mentions));
  }

  private List<ObjectList> lists() {
    if (event instanceof ObjectEvent e) {
      return List.of(new ObjectList(e.quantities(), e.epcList(), lotOfAll(e.ilmd())));
    } else if (event instanceof TransactionEvent e) {
      return List.of(parent(e.parentId()), new ObjectList(e.quantities(), e.epcList(), null));
    } else if (event instanceof AggregationEvent e) {
      return List.of(
          parent(e.parentId()), new ObjectList(e.childQuantities(), e.childEpcs(), null));
    } else if (event instanceof AssociationEvent e) {
      return List.of(
          parent(e.parentId()), new ObjectList(e.childQuantities(), e.childEpcs(), null));
    } else if (event instanceof TransformationEvent e) {
      return List.of(
          new ObjectList(e.outputQuantities(), e.outputEpcs(), lotOfAll(e.ilmd())),
          new ObjectList(e.inputQuantities(), e.inputEpcs(), null));
    }
    throw new IllegalStateException("there are five kinds of event, not " + event.type());
  }

  private static ObjectList parent(@Nullable String id) {
    return new ObjectList(List.of(), id == null ? List.of() : List.of(id), null);
  }
}
