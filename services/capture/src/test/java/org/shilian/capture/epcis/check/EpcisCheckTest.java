package org.shilian.capture.epcis.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.check.EventSchemas;
import org.shilian.capture.check.Town;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;

class EpcisCheckTest {
  private static final Caller PRODUCER = new Caller("p", Caller.Role.ENTERPRISE, Town.PRODUCER);
  private static final String SHIP =
      """
      {"type":"ObjectEvent","eventTime":"2026-11-02T00:30:00Z","eventTimeZoneOffset":"+08:00",
       "action":"OBSERVE","bizStep":"shipping","disposition":"in_transit",
       "quantityList":[{"epcClass":"https://id.gs1.org/01/09521122000019/10/A1101","quantity":40,
                        "uom":"H87"}],
       "sourceList":[{"type":"owning_party","source":"urn:epc:id:pgln:9521122.00004"}],
       "destinationList":[{"type":"owning_party",
                           "destination":"https://id.example.com/414/9521122000057"}]}
      """;

  private final Town town = new Town();
  private final EpcisCheck check = new EpcisCheck(town.register(), town.schemas(), town.rules());

  private CheckedEvent check(Caller caller, JsonNode event) {
    return check
        .check(caller, List.of(new PostedEpcis.Event(0, EpcisJson.read(event), (ObjectNode) event)))
        .get(0);
  }

  private CheckedEvent.Ready ready(Caller caller, JsonNode event) {
    CheckedEvent checked = check(caller, event);
    assertThat(checked).as(() -> String.valueOf(checked)).isInstanceOf(CheckedEvent.Ready.class);
    return (CheckedEvent.Ready) checked;
  }

  private List<Violation> refused(Caller caller, JsonNode event) {
    CheckedEvent checked = check(caller, event);
    assertThat(checked).isInstanceOf(CheckedEvent.Refused.class);
    return ((CheckedEvent.Refused) checked).problem().violations();
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) EventSchemas.json(text);
  }

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void takesEveryTradeEventInItsEpcisFormAsTheTradeDoorDoes(TradeEvent.Type type) {
    for (ObjectNode example : EventSchemas.examples(type)) {
      CheckedEvent.Ready byTrade = (CheckedEvent.Ready) town.byTradeDoor(Town.ADMIN, example);
      JsonNode epcis = EpcisJson.tree(byTrade.body());

      CheckedEvent.Ready byEpcis = ready(Town.ADMIN, epcis);

      assertThat(byEpcis.eventId()).isEqualTo(byTrade.eventId());
      assertThat(byEpcis.hash()).isEqualTo(byTrade.hash());
      assertThat(byEpcis.topic()).isEqualTo(byTrade.topic());
      assertThat(byEpcis.key()).isEqualTo(byTrade.key());
      assertThat(byEpcis.actor()).isEqualTo(byTrade.actor());
      assertThat(byEpcis.parties()).isNull();
      assertThat(EpcisJson.tree(byEpcis.body())).isEqualTo(epcis);
    }
  }

  @Test
  void resolvesPartiesByTheirGlns() {
    CheckedEvent.Ready ready = ready(PRODUCER, json(SHIP));

    assertThat(ready.topic()).isEqualTo(EventTopic.PRODUCER);
    assertThat(ready.key()).isEqualTo("09521122000019A1101");
    assertThat(ready.actor()).isEqualTo(Town.PRODUCER.value());
    assertThat(ready.parties())
        .isEqualTo(
            "{\"https://id.example.com/414/9521122000057\":\"%s\",\"urn:epc:id:pgln:9521122.00004\":\"%s\"}"
                .formatted(Town.DISTRIBUTOR, Town.PRODUCER));
    TradeEvent event =
        TradeEpcis.read(
            ready.body(),
            new Reading(
                Town.PRODUCER,
                Map.of(
                    "https://id.example.com/414/9521122000057", Town.DISTRIBUTOR,
                    "urn:epc:id:pgln:9521122.00004", Town.PRODUCER)));
    assertThat(event).isInstanceOf(Movement.Ship.class);
    assertThat(((Movement.Ship) event).buyer()).isEqualTo(new Party.OnChain(Town.DISTRIBUTOR));
    assertThat(event.envelope().eventTime()).isEqualTo("2026-11-02T08:30:00+08:00");
    assertThat(event.envelope().eventTime().getOffset()).hasToString("+08:00");
  }

  @Test
  void takesAPartyThatNobodyIsAsOneOffTheChain() {
    CheckedEvent.Ready ready =
        ready(PRODUCER, json(SHIP.replace("9521122000057", "9521122000071")));

    TradeEvent event = TradeEpcis.read(ready.body(), Reading.by(Town.PRODUCER));
    assertThat(((Movement.Ship) event).buyer())
        .isEqualTo(new Party.OffChain(null, "https://id.gs1.org/414/9521122000071"));
  }

  @Test
  void refusesAGlnThatIsOfSeveralOperators() {
    assertThat(refused(PRODUCER, json(SHIP.replace("9521122000057", "9521122000064"))))
        .containsExactly(
            new Violation(
                "/destinationList/0/destination",
                "https://id.example.com/414/9521122000064",
                "is the GLN of several operators; name the one as urn:shilian:uscc:…"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          09521122000019/10 | 09521129999996/10 | /quantityList/0/epcClass | 09521129999996      | must be a registered product
          "H87"             | "KGM"             | /quantityList/0/uom      | KGM                 |
          "quantity":40     | "quantity":1.0000001 | /quantityList/0/quantity | 1.0000001 H87    | must not be finer
          "H87"             | "ZZ"              | /quantityList/0/uom      | ZZ                  | must be one of
          09521122000019/10 | 09521129999997/10 | /quantityList/0/epcClass | 09521129999997      | GTIN check digit is 7
          2026-11-02T00     | 2027-11-02T00     | /eventTime               | 2027-11-02T08:30+08:00 |
          "shipping"        | "receiving"       | x                        |                     |
          """)
  void saysInTheWordsOfEpcisWhatTheTradeFormBreaks(
      String text, String broken, String field, String value, String rule) {
    CheckedEvent checked = check(PRODUCER, json(SHIP.replace(text, broken)));

    if (field.equals("x")) {
      // the receipt of another is no trade event of the one who posts it
      assertThat(checked).isInstanceOf(CheckedEvent.Ready.class);
      return;
    }
    assertThat(((CheckedEvent.Refused) checked).problem().violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo(field);
              assertThat(violation.value()).isEqualTo(value);
              assertThat(violation.rule()).contains(rule == null ? "must" : rule);
            });
  }

  @Test
  void letsNobodySayWhatAnotherDid() {
    ObjectNode other = json(SHIP).put("shilian:operator", "urn:shilian:uscc:" + Town.DISTRIBUTOR);

    CheckedEvent checked = check(PRODUCER, other);

    assertThat(((CheckedEvent.Refused) checked).problem().status()).isEqualTo(403);
    assertThat(refused(PRODUCER, other).get(0).field()).isEqualTo("/shilian:operator");
  }

  @Test
  void asksWhoDidItWhereTheKeyIsOfNobody() {
    assertThat(refused(Town.ADMIN, json(SHIP)).get(0).field()).isEqualTo("/shilian:operator");
    assertThat(
            ready(
                    Town.ADMIN,
                    json(SHIP).put("shilian:operator", "urn:shilian:uscc:" + Town.PRODUCER))
                .actor())
        .isEqualTo(Town.PRODUCER.value());
    assertThat(refused(Town.ADMIN, json(SHIP).put("shilian:operator", "me")).get(0).field())
        .isEqualTo("/shilian:operator");
  }

  @Test
  void keepsWhatIsNoTradeEventAsPlainEpcis() {
    ObjectNode departing = json(SHIP.replace("shipping", "departing"));
    ((ObjectNode) departing.at("/quantityList/0"))
        .put("epcClass", "https://id.gs1.org/01/09521129999996/10/Z");

    CheckedEvent.Ready ready = ready(PRODUCER, departing);

    assertThat(TradeEpcis.read(ready.body(), Reading.by(Town.PRODUCER))).isInstanceOf(Plain.class);
    assertThat(ready.key()).isEqualTo("09521129999996Z");
  }

  @Test
  void namesADeclaredErrorByWhatItDeclares() {
    ObjectNode declared = json(SHIP).put("eventID", "urn:uuid:1");
    declared
        .putObject("errorDeclaration")
        .put("declarationTime", "2026-11-03T08:00:00+08:00")
        .put("reason", "incorrect_data");

    CheckedEvent.Ready ready = ready(PRODUCER, declared);
    declared.remove("eventID");
    CheckedEvent.Ready unnamed = ready(PRODUCER, declared);

    assertThat(ready.eventId()).startsWith("urn:shilian:error:");
    assertThat(ready.key()).isEqualTo("urn:uuid:1");
    assertThat(json(new String(ready.body(), java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(declared.put("eventID", "urn:uuid:1"));
    assertThat(unnamed.key()).isEqualTo(unnamed.hash());
    assertThat(TradeEpcis.read(unnamed.body(), Reading.by(Town.PRODUCER)).envelope().eventId())
        .isEqualTo(unnamed.eventId());
  }

  @Test
  void refusesWhatNoRecordCanCarry() {
    assertThat(refused(PRODUCER, json(SHIP).put("eventID", "urn:x:" + "y".repeat(251))))
        .singleElement()
        .satisfies(violation -> assertThat(violation.field()).isEqualTo("/eventID"));
    assertThat(
            refused(
                PRODUCER,
                json(SHIP)
                    .put("shilian:handler", "y".repeat(100))
                    .put("gs1:note", "y".repeat(EpcisCheck.MOST_BYTES))))
        .singleElement()
        .satisfies(violation -> assertThat(violation.rule()).contains("bytes"));
  }

  @Test
  void judgesEachOfManyByItself() {
    JsonNode good = json(SHIP);
    JsonNode none = json("{\"eventID\":\"urn:x:1\"}");
    List<CheckedEvent> checked =
        check.check(
            PRODUCER,
            List.of(
                new PostedEpcis.NoEvent(
                    0, none, List.of(new Violation("/type", null, "is required"))),
                new PostedEpcis.Event(1, EpcisJson.read(good), (ObjectNode) good)));

    assertThat(checked.get(0)).isInstanceOf(CheckedEvent.Refused.class);
    assertThat(checked.get(0).eventId()).isEqualTo("urn:x:1");
    assertThat(checked.get(1)).isInstanceOf(CheckedEvent.Ready.class);
    assertThat(checked.get(1).index()).isEqualTo(1);
  }
}
