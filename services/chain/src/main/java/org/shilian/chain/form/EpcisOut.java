package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.Action;
import org.shilian.epcis.EventCommon;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.QuantityElement;
import org.shilian.epcis.TransformationEvent;

/** The EPCIS form of a trade event, being made. */
final class EpcisOut {
  private final EventCommon.Builder common;
  private final ArrayNode serials = JsonNodeFactory.instance.arrayNode();

  EpcisOut(TradeEvent event, @Nullable String eventId) {
    this.common =
        EventCommon.at(event.envelope().eventTime())
            .eventId(eventId)
            .readPoint(event.envelope().readPoint())
            .extension(Terms.OPERATOR, Partner.uri(event.operator()));
  }

  EventCommon.Builder common() {
    return common;
  }

  @CanIgnoreReturnValue
  EpcisOut step(String bizStep, @Nullable String disposition) {
    common.bizStep(bizStep).disposition(disposition);
    return this;
  }

  /** Adds a text member; none for null. */
  @CanIgnoreReturnValue
  EpcisOut say(String name, @Nullable String value) {
    if (value != null) {
      common.extension(name, value);
    }
    return this;
  }

  /** Adds a list of texts; none for an empty one. */
  @CanIgnoreReturnValue
  EpcisOut say(String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      values.forEach(array::add);
      common.extension(name, array);
    }
    return this;
  }

  /** Adds these fields as members of our own. */
  @CanIgnoreReturnValue
  EpcisOut say(Consumer<JsonOut> fields) {
    JsonOut members = JsonOut.ofExtensions();
    fields.accept(members);
    members.json().properties().forEach(one -> common.extension(one.getKey(), one.getValue()));
    return this;
  }

  /** The lines as quantities of lots; the items among them are said in {@link Terms#ITEMS}. */
  List<QuantityElement> quantities(List<Line> lines) {
    List<QuantityElement> quantities = new ArrayList<>(lines.size());
    for (Line line : lines) {
      quantities.add(
          new QuantityElement(
              KeyUri.of(line.key()), line.quantity().value(), line.quantity().unit().code()));
    }
    LineSerials.write(lines, serials);
    return quantities;
  }

  /** Lots that the event is about, whatever their quantity. */
  static List<QuantityElement> named(List<LotKey> lots) {
    return lots.stream().map(lot -> new QuantityElement(KeyUri.of(lot), null, null)).toList();
  }

  /** An ObjectEvent without master data. */
  ObjectEvent object(Action action, List<String> objects, List<QuantityElement> quantities) {
    return new ObjectEvent(done(), action, objects, quantities, null);
  }

  /** An ObjectEvent by which lots come into being. */
  ObjectEvent added(List<QuantityElement> quantities, @Nullable ObjectNode ilmd) {
    return new ObjectEvent(done(), Action.ADD, List.of(), quantities, ilmd);
  }

  /** A TransformationEvent of classes. */
  TransformationEvent transformation(
      List<QuantityElement> inputs, List<QuantityElement> outputs, @Nullable ObjectNode ilmd) {
    return new TransformationEvent(done(), List.of(), inputs, List.of(), outputs, null, ilmd);
  }

  /** The fields that all events have, when everything has been said. */
  EventCommon done() {
    if (!serials.isEmpty()) {
      common.extension(Terms.SERIALS, serials);
    }
    return common.build();
  }
}
