package org.shilian.capture.epcis.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.check.RegistryLookup;
import org.shilian.capture.check.SchemaCheck;
import org.shilian.capture.check.TradeRules;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.topic.RecordKey;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.InvalidTradeEventException;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.EpcisEvent;
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
 * Turns EPCIS events into records for Kafka, or into refusals that say what is wrong with each. An
 * event that says a trade event must be one that the trade door would take; any other is taken as
 * plain EPCIS.
 */
@ApplicationScoped
public class EpcisCheck {
  /** What a record may be long, with room for its headers in Kafka's default of a mebibyte. */
  static final int MOST_BYTES = 900_000;

  /** What an eventID may be long, as in trade events. */
  static final int LONGEST_EVENT_ID = 256;

  private static final String OPERATOR = "/shilian:operator";

  private final RegistryLookup registry;
  private final SchemaCheck schemas;
  private final TradeRules rules;

  EpcisCheck(RegistryLookup registry, SchemaCheck schemas, TradeRules rules) {
    this.registry = registry;
    this.schemas = schemas;
    this.rules = rules;
  }

  /** What an event says, before it is held against the register. */
  private sealed interface Draft {
    record Good(
        PostedEpcis.Event posted, Reading reading, TradeEvent trade, @Nullable ObjectNode json)
        implements Draft {}

    record Bad(CheckedEvent.Refused refused) implements Draft {}
  }

  /**
   * Checks some events of a document, in order. Blocks while the registry is read.
   *
   * @throws org.shilian.problem.ProblemException UNAVAILABLE if the registry cannot be read
   */
  public List<CheckedEvent> check(Caller caller, List<PostedEpcis> posted) {
    List<EpcisEvent> events = new ArrayList<>(posted.size());
    for (PostedEpcis one : posted) {
      if (one instanceof PostedEpcis.Event good) {
        events.add(good.event());
      }
    }
    PartyRegister parties = PartyRegister.of(events, registry);
    List<Draft> drafts = posted.stream().map(one -> draft(caller, one, parties)).toList();
    Set<Uscc> operators = new HashSet<>();
    Set<Gtin> gtins = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft instanceof Draft.Good good) {
        operators.add(good.trade().operator());
        if (good.trade() instanceof Evidence.Inspect inspection) {
          operators.add(inspection.inspected());
        }
        if (good.json() != null) {
          gtins.addAll(TradeJson.gtins(good.json()));
        }
      }
    }
    RegistryLookup.Found found = registry.find(operators, gtins);
    List<CheckedEvent> checked = new ArrayList<>(posted.size());
    for (Draft draft : drafts) {
      checked.add(
          draft instanceof Draft.Good good
              ? judge(caller, good, found)
              : ((Draft.Bad) draft).refused());
    }
    return checked;
  }

  private static Draft draft(Caller caller, PostedEpcis posted, PartyRegister parties) {
    if (posted instanceof PostedEpcis.NoEvent none) {
      return bad(none.index(), idOf(none.json().path("eventID").textValue()), none.violations());
    }
    PostedEpcis.Event one = (PostedEpcis.Event) posted;
    String id = one.event().common().eventId();
    if (id != null && id.length() > LONGEST_EVENT_ID) {
      return bad(one, "/eventID", id, "must be at most " + LONGEST_EVENT_ID + " characters");
    }
    Places places = new Places(one.json(), one.json());
    try {
      Uscc said = TradeEpcis.operator(one.event());
      Uscc actor = caller.operator() == null ? said : caller.operator();
      if (actor == null) {
        return bad(one, OPERATOR, null, "is required, since the API key belongs to no operator");
      }
      Reading reading = new Reading(actor, parties.partiesOf(one.event()));
      TradeEvent trade = TradeEpcis.toTrade(one.event(), reading);
      return new Draft.Good(one, reading, trade, TradeJson.write(trade));
    } catch (PartyRegister.AmbiguousPartyException e) {
      return bad(
          one,
          places.holding(e.uri()),
          e.uri(),
          "is the GLN of several operators; name the one as urn:shilian:uscc:…");
    } catch (TradeException e) {
      return new Draft.Bad(
          refused(one, List.of(places.in(new Violation(e.field(), e.value(), e.rule())))));
    } catch (Gs1Exception e) {
      return bad(one, places.holding(e.value()), e.value(), e.what() + " " + e.rule());
    }
  }

  private CheckedEvent judge(Caller caller, Draft.Good draft, RegistryLookup.Found found) {
    PostedEpcis.Event posted = draft.posted();
    Uscc operator = draft.trade().operator();
    if (!caller.mayWriteFor(operator)) {
      return new CheckedEvent.Refused(
          posted.index(),
          posted.event().common().eventId(),
          Problem.of(
              ProblemType.FORBIDDEN,
              "an operator posts only as itself",
              List.of(
                  new Violation(
                      OPERATOR,
                      operator.value(),
                      "must be the operator that the API key belongs to"))));
    }
    OperatorCard card = found.operators().get(operator);
    List<Violation> violations = violations(draft, card, found);
    if (card == null || !violations.isEmpty()) {
      return refused(posted, violations);
    }
    return ready(draft, card);
  }

  private List<Violation> violations(
      Draft.Good draft, @Nullable OperatorCard card, RegistryLookup.Found found) {
    ObjectNode trade = draft.json();
    List<Violation> broken = new ArrayList<>();
    if (trade != null) {
      broken.addAll(schemas.violations(trade));
      if (broken.isEmpty()) {
        broken.addAll(unreadable(trade, found));
      }
    }
    broken.addAll(rules.violations(draft.trade(), card, found));
    Places places =
        new Places(draft.posted().json(), trade == null ? draft.posted().json() : trade);
    return broken.stream().map(places::in).toList();
  }

  private static List<Violation> unreadable(ObjectNode trade, RegistryLookup.Found found) {
    try {
      var unused = TradeJson.read(trade, found::facts);
      return List.of();
    } catch (InvalidTradeEventException e) {
      return e.violations().stream()
          .map(v -> new Violation(v.field(), v.value(), v.rule()))
          .toList();
    }
  }

  private static CheckedEvent ready(Draft.Good draft, OperatorCard card) {
    PostedEpcis.Event posted = draft.posted();
    String hash = EventHash.of(posted.event());
    String own = posted.event().common().eventId();
    byte[] body = EventBody.of(posted.json(), posted.event(), own == null ? hash : own);
    if (body.length > MOST_BYTES) {
      return refused(
          posted,
          List.of(
              new Violation(
                  "", body.length + " bytes", "must be at most " + MOST_BYTES + " bytes of JSON")));
    }
    String tradeId = draft.trade().envelope().eventId();
    String eventId = tradeId == null ? hash : tradeId;
    return new CheckedEvent.Ready(
        posted.index(),
        eventId,
        EventTopic.valueOf(card.role().name()),
        RecordKey.of(draft.trade()),
        draft.reading().actor().value(),
        hash,
        body,
        PartyRegister.header(draft.reading().parties()));
  }

  private static Draft bad(
      PostedEpcis.Event posted, String field, @Nullable String value, String rule) {
    return new Draft.Bad(refused(posted, List.of(new Violation(field, value, rule))));
  }

  private static Draft bad(int index, @Nullable String eventId, List<Violation> violations) {
    return new Draft.Bad(refused(index, eventId, violations));
  }

  private static CheckedEvent.Refused refused(
      PostedEpcis.Event posted, List<Violation> violations) {
    return refused(posted.index(), idOf(posted.event().common().eventId()), violations);
  }

  private static CheckedEvent.Refused refused(
      int index, @Nullable String eventId, List<Violation> violations) {
    return new CheckedEvent.Refused(
        index,
        eventId,
        Problem.of(ProblemType.INVALID_INPUT, "the event breaks a rule", violations));
  }

  private static @Nullable String idOf(@Nullable String id) {
    return id == null || id.length() > LONGEST_EVENT_ID || id.indexOf('\0') >= 0 ? null : id;
  }
}
