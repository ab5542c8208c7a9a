package org.shilian.chain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.gs1.Uscc;

/** EPCIS events that say one of our types, and break its rules: each names field and rule. */
class BrokenEpcisTest {

  /** The EPCIS form of the type's first example, with one member changed or (null) taken away. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELL|shilian:operator|\"91331122MA2E0C001Y\"|shilian:operator|must be urn:shilian:uscc:",
        "SHIP|shilian:handler|7|shilian:handler|must be text",
        "RECEIVE|shilian:refused|[{\"epcClass\":\"urn:x:1\"}]|shilian:refused/0/epcClass|must be a GTIN and lot",
        "RECEIVE|shilian:allLines|\"yes\"|shilian:allLines|must be true or false",
        "PRODUCE|ilmd|{\"gs1:productionDate\":\"1 November\",\"gs1:expirationDate\":\"2026-11-08\"}|ilmd/gs1:productionDate|must be a real date",
        "PRODUCE|ilmd|{\"gs1:productionDate\":\"2026-11-01\",\"gs1:expirationDate\":\"+292278994-08-17\"}|expirationDate|must be in the years 1900 to 9998",
        "PRODUCE|eventTime|\"0001-11-01T08:00:00Z\"|eventTime|must be in the years 1900 to 9998",
        "PRODUCE|shilian:odd|[{\"x\":\"nul \\u0000\"}]|shilian:odd/0/x|must not have U+0000 or half of a surrogate pair",
        "PRODUCE|shilian:odd|{\"half \\ud83c\":1}|shilian:odd|must not have U+0000 or half of a surrogate pair",
        "SHIP|bizTransactionList|[{\"type\":\"po\",\"bizTransaction\":\"urn:shilian:order:a%00\"}]|orderCode|must not have U+0000 or half of a surrogate pair",
        "SHIP|bizTransactionList|[{\"type\":\"po\",\"bizTransaction\":\"urn:shilian:order:%20\"}]|orderCode|must be 1 to 256 characters",
        "PRODUCE|shilian:serials|[\"https://id.gs1.org/01/09521122000019/21/S1\"]|shilian:serials|must be the Digital Link of an item and its lot",
        "TEST|shilian:kind|null|shilian:kind|is required",
        "TEST|shilian:kind|\"own\"|kind|must be one of factory, rapid, commissioned",
        "TEST|quantityList|[{\"epcClass\":\"urn:x:1\"}]|quantityList|must be one GTIN and lot",
        "TEST|shilian:items|[7]|shilian:items|must be an object",
        "CERTIFY|shilian:issued|null|shilian:issued|is required",
        "CERTIFY|shilian:issued|\"soon\"|shilian:issued|must be a real date",
        "TEMPERATURE|shilian:lowest|\"-25\"|shilian:lowest|must be a number",
        "SAMPLE|epcList|[\"urn:x:1\"]|epcList|must be one URI that begins with urn:shilian:dish:",
        "SAMPLE|shilian:keptUntil|\"2026-11-04\"|shilian:keptUntil|must be a date and time with offset",
        "SEAL|childEPCs|[\"urn:x:1\"]|dishes|must have at least one entry",
        "INSPECT|shilian:inspected|\"urn:x:1\"|shilian:inspected|must be a registered operator",
        "HOLD|quantityList|[{\"epcClass\":\"urn:x:1\"}]|lots|must have at least one entry",
        "RELEASE|epcList|[\"urn:x:1\",\"urn:x:2\"]|epcList|must be one eventID",
        "RECALL|shilian:level|1.5|shilian:level|must be 1, 2 or 3",
        "RECALL|shilian:reason|null|shilian:reason|is required",
        "RECALL_ACK|shilian:counts|[{\"shilian:lot\":\"urn:x:1\"}]|shilian:counts/0/shilian:lot|must be a GTIN and lot",
        "RECALL_ACK|shilian:counts|null|lots|must have at least one entry",
        "CLOSE|shilian:summary|null|shilian:summary|is required",
        "VOID|shilian:reason|null|shilian:reason|is required",
      })
  void namesFieldAndRule(
      TradeEvent.Type type, String member, String to, String field, String rule) {
    ObjectNode json =
        EpcisJson.toJson(
            TradeEpcis.toEpcis(ExampleEvents.read(ExampleEvents.of(type).get(0)), "urn:x:1"));
    if (to.equals("null")) {
      json.remove(member);
    } else {
      json.set(member, ExampleEvents.json("{\"to\":" + to + "}").get("to"));
    }
    EpcisEvent event = EpcisJson.read(json);
    TradeException refused =
        catchThrowableOfType(
            TradeException.class,
            () -> TradeEpcis.toTrade(event, Reading.by(new Uscc("91331122MA2E0C0048"))));
    assertThat(refused).isNotNull();
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.rule()).startsWith(rule);
  }
}
