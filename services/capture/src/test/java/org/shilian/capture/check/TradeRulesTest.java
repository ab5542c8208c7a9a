package org.shilian.capture.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.problem.Violation;
import org.shilian.registry.OperatorRole;

class TradeRulesTest {
  private final Town town = new Town();
  private final EventCheck check = town.eventCheck();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRODUCE|producer caterer",
        "FIRST_IN|producer distributor",
        "REPACK|producer distributor caterer",
        "SHIP|producer distributor caterer",
        "RECEIVE|producer distributor caterer",
        "SELL|producer distributor caterer",
        "USE|producer caterer",
        "DISPOSE|producer distributor caterer",
        "TEST|producer distributor caterer",
        "CERTIFY|producer",
        "TEMPERATURE|producer distributor caterer",
        "SAMPLE|caterer",
        "SEAL|caterer",
        "INSPECT|regulator",
        "HOLD|regulator",
        "RELEASE|regulator",
        "RECALL|producer distributor caterer regulator",
        "RECALL_ACK|producer distributor caterer",
        "CLOSE|regulator",
        "VOID|producer distributor caterer regulator",
        "EPCIS|producer distributor caterer regulator",
      })
  void goByRole(TradeEvent.Type type, String roles) {
    assertThat(TradeRules.whoMay(type).stream().map(OperatorRole::text))
        .containsExactlyInAnyOrder(roles.split(" ", -1));
  }

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void areSaidInTheSchemas(TradeEvent.Type type) {
    Set<String> said = new TreeSet<>();
    for (JsonNode role : EventSchemas.of(type).path("x-posted-by")) {
      said.add(role.asText());
    }
    assertThat(said)
        .isEqualTo(
            TradeRules.whoMay(type).stream()
                .map(OperatorRole::text)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void refuseATypeOfAnotherRole() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.SEAL);
    event.put("operator", Town.PRODUCER.value());
    assertThat(violations(event))
        .containsExactly(
            new Violation("/type", "SEAL", "is not for an operator that is a producer"));
  }

  @ParameterizedTest
  @CsvSource({"PRODUCE, gtin", "CERTIFY, gtin", "RECALL, lots/0/gtin"})
  void keepEachToItsOwnProducts(TradeEvent.Type type, String field) {
    ObjectNode event = EventSchemas.example(type);
    event.put("operator", Town.OTHER_PRODUCER.value());
    String gtin = event.at("/" + field).asText();
    assertThat(violations(event))
        .containsExactly(
            new Violation("/" + field, gtin, "must be a product registered for this operator"));
  }

  @Test
  void letARegulatorCallBackAnyProduct() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.RECALL);
    event.put("operator", Town.AGENCY.value());
    assertThat(check(event)).isInstanceOf(CheckedEvent.Ready.class);
  }

  @Test
  void refuseAnInspectionOfNobody() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.INSPECT);
    event.put("inspected", "91331122MA2E0C006E");
    assertThat(violations(event))
        .containsExactly(
            new Violation("/inspected", "91331122MA2E0C006E", "must be a registered operator"));
  }

  @Test
  void refuseWhatHasNotHappenedYet() {
    ObjectNode event = EventSchemas.example(TradeEvent.Type.SELL);
    Instant latest = Town.NOW.plus(Town.TOLERANCE);
    event.put("eventTime", latest.plusSeconds(1).toString());
    assertThat(violations(event))
        .extracting(Violation::field, Violation::rule)
        .hasToString(
            "[(\"/eventTime\", \"must not be after "
                + latest
                + ", which is this server's time and its tolerance\")]");
    event.put("eventTime", latest.toString());
    assertThat(check(event)).isInstanceOf(CheckedEvent.Ready.class);
  }

  private CheckedEvent check(ObjectNode event) {
    return check.check(Town.ADMIN, List.of(new PostedEvent(0, event, null))).get(0);
  }

  private List<Violation> violations(ObjectNode event) {
    CheckedEvent checked = check(event);
    assertThat(checked).isInstanceOf(CheckedEvent.Refused.class);
    return ((CheckedEvent.Refused) checked).problem().violations();
  }
}
