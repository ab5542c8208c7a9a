package org.shilian.capture.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.topic.RecordKey;
import org.shilian.chain.trade.InvalidTradeEventException;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisException;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.OperatorCard;

/**
 * Turns posted events into records for Kafka, or into refusals that say what is wrong with each.
 */
@ApplicationScoped
public class EventCheck {
  private final SchemaCheck schemas;
  private final RegistryLookup registry;
  private final TradeRules rules;

  EventCheck(SchemaCheck schemas, RegistryLookup registry, TradeRules rules) {
    this.schemas = schemas;
    this.registry = registry;
    this.rules = rules;
  }

  /**
   * Checks some events of a document, in order. Blocks while the registry is read.
   *
   * @throws org.shilian.problem.ProblemException UNAVAILABLE if the registry cannot be read
   */
  public List<CheckedEvent> check(Caller caller, List<PostedEvent> posted) {
    Shaped shaped = shape(posted);
    return check(caller, shaped, registry.find(shaped.operators(), shaped.gtins()));
  }

  /** The same from memory; empty if the registry would have to be read for it. Never blocks. */
  public Optional<List<CheckedEvent>> checkWithoutWaiting(Caller caller, List<PostedEvent> posted) {
    Shaped shaped = shape(posted);
    return registry
        .remembered(shaped.operators(), shaped.gtins())
        .map(found -> check(caller, shaped, found));
  }

  /** An event, and what its schema says against it. */
  private record Shape(PostedEvent event, List<Violation> violations) {}

  /** Events held against their schemas, and whom and what those name that keep to them. */
  private record Shaped(List<Shape> events, Set<Uscc> operators, Set<Gtin> gtins) {}

  private Shaped shape(List<PostedEvent> posted) {
    List<Shape> shapes = new ArrayList<>(posted.size());
    Set<Gtin> gtins = new HashSet<>();
    Set<Uscc> operators = new HashSet<>();
    for (PostedEvent event : posted) {
      List<Violation> violations = shape(event);
      shapes.add(new Shape(event, violations));
      JsonNode json = event.json();
      if (json != null && violations.isEmpty()) {
        gtins.addAll(TradeJson.gtins(json));
        addOperator(operators, json.get("operator"));
        addOperator(operators, json.get("inspected"));
      }
    }
    return new Shaped(shapes, operators, gtins);
  }

  private List<CheckedEvent> check(Caller caller, Shaped shaped, RegistryLookup.Found found) {
    List<CheckedEvent> checked = new ArrayList<>(shaped.events().size());
    for (Shape shape : shaped.events()) {
      PostedEvent event = shape.event();
      checked.add(
          shape.violations().isEmpty() && event.json() instanceof ObjectNode json
              ? checkOne(caller, event.index(), json, found)
              : refused(event.index(), idOf(event.json()), shape.violations()));
    }
    return checked;
  }

  private List<Violation> shape(PostedEvent event) {
    JsonNode json = event.json();
    if (json == null) {
      return List.of(new Violation("", null, String.valueOf(event.malformed())));
    }
    return schemas.violations(json);
  }

  private static void addOperator(Set<Uscc> operators, @Nullable JsonNode named) {
    if (named == null) {
      return;
    }
    try {
      operators.add(new Uscc(named.asText()));
    } catch (Gs1Exception e) {
      // the event itself is refused for it when it is read
    }
  }

  private CheckedEvent checkOne(
      Caller caller, int index, ObjectNode json, RegistryLookup.Found found) {
    TradeEvent event;
    try {
      event = TradeJson.read(json, found::facts);
    } catch (InvalidTradeEventException e) {
      return refused(index, idOf(json), e.violations().stream().map(EventCheck::of).toList());
    }
    if (!caller.mayWriteFor(event.operator())) {
      return new CheckedEvent.Refused(
          index,
          idOf(json),
          Problem.of(
              ProblemType.FORBIDDEN,
              "an operator posts only as itself",
              List.of(
                  new Violation(
                      "/operator",
                      event.operator().value(),
                      "must be the operator that the API key belongs to"))));
    }
    OperatorCard operator = found.operators().get(event.operator());
    List<Violation> violations = rules.violations(event, operator, found);
    if (operator == null || !violations.isEmpty()) {
      return refused(index, idOf(json), violations);
    }
    try {
      return ready(index, event, operator);
    } catch (EpcisException e) {
      return refused(index, idOf(json), List.of(new Violation(e.field(), e.value(), e.rule())));
    }
  }

  private static CheckedEvent ready(int index, TradeEvent event, OperatorCard operator) {
    EpcisEvent epcis = TradeEpcis.toEpcis(event);
    String hash = EventHash.of(epcis);
    String eventId = event.envelope().eventId();
    if (eventId == null) {
      eventId = hash;
      epcis = TradeEpcis.toEpcis(event, hash);
    }
    return new CheckedEvent.Ready(
        index,
        eventId,
        EventTopic.valueOf(operator.role().name()),
        RecordKey.of(event),
        event.operator().value(),
        hash,
        EpcisJson.write(epcis));
  }

  private static CheckedEvent refused(
      int index, @Nullable String eventId, List<Violation> violations) {
    return new CheckedEvent.Refused(
        index,
        eventId,
        Problem.of(
            ProblemType.INVALID_INPUT,
            "the event breaks a rule",
            violations.stream().map(EventCheck::pointed).toList()));
  }

  private static @Nullable String idOf(@Nullable JsonNode json) {
    String id = json == null ? null : json.path("eventID").textValue();
    return id == null || id.length() > 256 || id.indexOf('\0') >= 0 ? null : id;
  }

  /** The rules name fields by their path in the event; a problem does by JSON Pointer. */
  private static Violation pointed(Violation violation) {
    return violation.field().isEmpty() ? violation : violation.within("/");
  }

  private static Violation of(TradeException e) {
    return new Violation(e.field(), e.value(), e.rule());
  }
}
