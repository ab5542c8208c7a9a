package org.shilian.capture.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;

class EventCheckTest {
  private final EventCheck check = new Town().eventCheck();

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void everyExampleIsReadyAndItsRecordSaysTheSame(TradeEvent.Type type) {
    for (ObjectNode example : EventSchemas.examples(type)) {
      CheckedEvent.Ready ready = ready(Town.ADMIN, example);
      TradeEvent event = TradeEpcis.read(ready.body(), Reading.by(new Uscc(ready.actor())));
      assertThat(event.envelope().eventId()).isEqualTo(ready.eventId());
      assertThat(ready.eventId()).isEqualTo(example.path("eventID").asText(ready.hash()));
      ObjectNode written = TradeJson.write(event);
      if (!example.has("eventID")) {
        written.remove("eventID");
      }
      assertThat(written).hasToString(example.toString());
      assertThat(ready.actor()).isEqualTo(example.path("operator").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCE, PRODUCER, 09521122000019A1101",
    "SHIP, PRODUCER, 09521122000019A1101",
    "FIRST_IN, DISTRIBUTOR, 09521122000033UY0915",
    "REPACK, DISTRIBUTOR, 09521122000026G1101-A",
    "SAMPLE, CATERER, 09521122000026G1101-A",
    "SEAL, CATERER, 09521122000019A1101",
    "INSPECT, REGULATOR, 09521122000026G1101-B",
    "RELEASE, REGULATOR, urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e01",
    "CLOSE, REGULATOR, urn:uuid:6f1b6d0a-6a52-4c1e-8a3b-0a4f0c1d2e02",
    "VOID, PRODUCER, urn:uuid:2f0c4f0e-6a8e-4a39-9d55-0c6f3a0d8c11",
  })
  void goesToTheTopicOfItsRoleByTheKeyOfItsLot(TradeEvent.Type type, EventTopic topic, String key) {
    CheckedEvent.Ready ready = ready(Town.ADMIN, EventSchemas.example(type));
    assertThat(ready.topic()).isEqualTo(topic);
    assertThat(ready.key()).isEqualTo(key);
  }

  @Test
  void anEnterprisePostsOnlyAsItself() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.SHIP);
    assertThat(check(enterprise(Town.PRODUCER), event)).isInstanceOf(CheckedEvent.Ready.class);
    assertForbidden(check(enterprise(Town.DISTRIBUTOR), event));
  }

  @Test
  void aRegulatorPostsAsItsAgencyAndNotWithoutOne() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.HOLD);
    assertThat(check(regulator(Town.AGENCY), event)).isInstanceOf(CheckedEvent.Ready.class);
    assertForbidden(check(regulator(null), event));
    assertForbidden(check(regulator(Town.AGENCY), EventSchemas.example(TradeEvent.Type.SHIP)));
  }

  @Test
  void refusesAnOperatorThatIsNotRegistered() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.SELL);
    event.put("operator", "91331122MA2E0C006E");
    assertThat(refused(Town.ADMIN, event).problem().violations())
        .containsExactly(
            new Violation("/operator", "91331122MA2E0C006E", "must be a registered operator"));
  }

  @Test
  void namesWhatIsBrokenWithItsPathAndKeepsTheOthers() {
    ObjectNode broken = EventSchemas.example(TradeEvent.Type.SHIP);
    ((ObjectNode) broken.path("lines").path(0)).put("gtin", "09521122000018");
    List<CheckedEvent> checked =
        check.check(
            Town.ADMIN,
            List.of(
                new PostedEvent(0, broken, null),
                new PostedEvent(1, EventSchemas.example(TradeEvent.Type.SELL), null),
                new PostedEvent(2, null, "is not JSON")));
    assertThat(((CheckedEvent.Refused) checked.get(0)).problem().violations())
        .containsExactly(
            new Violation("/lines/0/gtin", "09521122000018", "check digit is 8, expected 9"));
    assertThat(checked.get(1)).isInstanceOf(CheckedEvent.Ready.class);
    assertThat(((CheckedEvent.Refused) checked.get(2)).problem().violations())
        .containsExactly(new Violation("", null, "is not JSON"));
  }

  private static void assertForbidden(CheckedEvent checked) {
    assertThat(checked).isInstanceOf(CheckedEvent.Refused.class);
    assertThat(((CheckedEvent.Refused) checked).problem().status()).isEqualTo(403);
  }

  private static Caller enterprise(Uscc operator) {
    return new Caller("k", Caller.Role.ENTERPRISE, operator);
  }

  private static Caller regulator(Uscc agency) {
    return new Caller("k", Caller.Role.REGULATOR, agency);
  }

  @Test
  void saysTheSameWithoutWaitingOfWhatTheRegistryRemembers() {
    List<PostedEvent> posted =
        List.of(new PostedEvent(0, EventSchemas.example(TradeEvent.Type.PRODUCE), null));
    assertThat(check.checkWithoutWaiting(Town.ADMIN, posted))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(check.check(Town.ADMIN, posted));
  }

  @Test
  void saysNothingWithoutWaitingOfWhatTheRegistryWouldHaveToBeAskedFor() {
    ObjectNode unknown = EventSchemas.example(TradeEvent.Type.PRODUCE).deepCopy();
    unknown.put("gtin", "09521122000040");
    assertThat(check.checkWithoutWaiting(Town.ADMIN, List.of(new PostedEvent(0, unknown, null))))
        .isEmpty();
  }

  private CheckedEvent.Ready ready(Caller caller, ObjectNode event) {
    CheckedEvent checked = check(caller, event);
    assertThat(checked).as(checked.toString()).isInstanceOf(CheckedEvent.Ready.class);
    return (CheckedEvent.Ready) checked;
  }

  private CheckedEvent.Refused refused(Caller caller, ObjectNode event) {
    CheckedEvent checked = check(caller, event);
    assertThat(checked).isInstanceOf(CheckedEvent.Refused.class);
    return (CheckedEvent.Refused) checked;
  }

  private CheckedEvent check(Caller caller, ObjectNode event) {
    return check.check(caller, new ArrayList<>(List.of(new PostedEvent(0, event, null)))).get(0);
  }
}
