package org.shilian.chain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.chain.trade.InvalidTradeEventException;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;

/** The rules that no schema can say: each names the field, the value and the rule. */
class BrokenRulesTest {

  /** The first example of the type, with one value changed; the field is a path in the event. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // type | what is changed | to | field | value | rule
        "PRODUCE|eventTime|\"2026-11-31T08:00:00+08:00\"|eventTime|2026-11-31T08:00:00+08:00|must be a real date or time",
        "PRODUCE|eventTime|\"0001-11-01T08:00:00+08:00\"|eventTime|0001-11-01T08:00+08:00|must be in the years 1900 to 9998",
        "PRODUCE|productionDate|\"0000-02-29\"|productionDate|0000-02-29|must be in the years 1900 to 9998",
        "PRODUCE|expirationDate|\"9999-12-31\"|expirationDate|9999-12-31|must be in the years 1900 to 9998",
        "SAMPLE|keptUntil|\"9999-12-31T00:00:00Z\"|keptUntil|9999-12-31T00:00Z|must be in the years 1900 to 9998",
        "SHIP|handler|\"half \\ud83c\"|handler|half \ufffd|must not have U+0000 or half of a surrogate pair",
        "SHIP|handler|\"nul \\u0000\"|handler|nul \ufffd|must not have U+0000 or half of a surrogate pair",
        "PRODUCE|operator|\"91331122MA2E0C0011\"|operator|91331122MA2E0C0011|check character is 1, expected Y",
        "PRODUCE|gtin|\"09521122000018\"|gtin|09521122000018|check digit is 8, expected 9",
        "PRODUCE|gtin|\"09521122000064\"|gtin|09521122000064|must be a registered product",
        "PRODUCE|lot|\"A#1\"|lot|A#1|",
        "PRODUCE|uom|\"KGM\"|uom|KGM|must be a unit of count like the product's H87",
        "PRODUCE|uom|\"LBR\"|uom|LBR|must be one of MGM,",
        "PRODUCE|quantity|0.0000001|quantity|1E-7 H87|must not be finer than a millionth of a piece",
        "PRODUCE|productionDate|\"2026-02-29\"|productionDate|2026-02-29|must be a real date or time",
        "PRODUCE|expirationDate|\"2026-10-31\"|expirationDate|2026-10-31|must not be before productionDate 2026-11-01",
        "PRODUCE|serials|[\"A\",\"B\"],\"quantity\":1|serials|2 serials|must not be more than the quantity 1 H87",
        "PRODUCE|inputs|[{\"gtin\":\"09521122000019\",\"lot\":\"A1101\",\"quantity\":1}]|inputs|A1101|must not be a lot that this same event makes",
        "PRODUCE|inputs|[{\"gtin\":\"09521122000026\",\"lot\":\"G\",\"quantity\":1,\"uom\":\"LTR\"}]|inputs/0/uom|LTR|must be a unit of mass like the product's KGM",
        "FIRST_IN|customsDeclaration|null|customsDeclaration||is required for an import",
        "FIRST_IN|lines|[{\"gtin\":\"09521122000026\",\"lot\":\"D\",\"quantity\":1,\"productionDate\":\"2026-10-01\"},{\"gtin\":\"09521122000026\",\"lot\":\"D\",\"quantity\":2,\"productionDate\":\"2026-10-01\"}]|lines|D|must name each lot of a product once",
        "FIRST_IN|originProvince|\"37\"|originProvince|37|must be left out for an import",
        "FIRST_IN|supplier|{\"licence\":\"A B\"}|supplier/licence|A B|must be 1 to 40 characters without white space",
        "REPACK|outputs|[{\"gtin\":\"09521122000026\",\"lot\":\"G1101\",\"quantity\":1}]|inputs|G1101|must not be a lot that this same event makes",
        "REPACK|outputs|[{\"gtin\":\"09521122000026\",\"lot\":\"D\",\"quantity\":1},{\"gtin\":\"09521122000026\",\"lot\":\"D\",\"quantity\":2}]|outputs|D|must name each lot of a product once",
        "SHIP|buyer|\"91331122MA2E0C001Y\"|buyer|91331122MA2E0C001Y|must be another operator than the one that posts",
        "SHIP|boxes|[\"095211220000000018\"]|boxes/0|095211220000000018|check digit is 8, expected 9",
        "RECEIVE|lines|[{\"gtin\":\"1\",\"lot\":\"A\",\"quantity\":1}]|lines/0/gtin|1|",
        "RECEIVE|allLines|true|allLines|true|must not come with lines",
        "RECEIVE|allLines|true,\"lines\":[],\"orderCode\":null|allLines|true|must come with the orderCode it is about",
        "RECEIVE|lines|[],\"refused\":[]|lines|[]|must name what was received or refused",
        "RECEIVE|refused|[{\"gtin\":\"09521122000019\",\"lot\":\"A\",\"quantity\":1,\"reason\":\" \"}]|refused/0/reason|' '|must be 1 to 200 characters",
        "DISPOSE|reason|\" \"|reason|' '|must be 1 to 200 characters",
        "TEST|kind|\"own\"|kind|own|must be one of factory, rapid, commissioned",
        "TEST|documentHash|\"ABC\"|documentHash|ABC|must be 64 lower-case hexadecimal digits",
        "TEST|items|[{\"name\":\" \",\"passed\":true}]|items/0/name|' '|must be 1 to 100 characters",
        "CERTIFY|basis|\"trust\"|basis|trust|must be one of control, own-test, commissioned-test",
        "CERTIFY|issued|\"2026-13-01\"|issued|2026-13-01|must be a real date or time",
        "TEMPERATURE|lots|[],\"boxes\":[]|lots|[]|must name at least one lot or box",
        "TEMPERATURE|lowest|-10|lowest|-10|must not be above highest -18",
        "TEMPERATURE|readings|[{\"time\":\"2026-11-03T25:00:00Z\",\"celsius\":1}]|readings/0/time|2026-11-03T25:00:00Z|must be a real date or time",
        "SAMPLE|lots|[{\"gtin\":\"09521122000064\",\"lot\":\"A\"}]|lots/0/gtin|09521122000064|must be a registered product",
        "SAMPLE|grams|0|grams|0|must be greater than 0",
        "SEAL|dishes|[]|dishes|[]|must have at least one entry",
        "INSPECT|stage|\"farm\"|stage|farm|must be one of production, distribution, catering",
        "INSPECT|inspected|\"91331122MA2E0C0011\"|inspected|91331122MA2E0C0011|check character is 1, expected Y",
        "HOLD|lots|[]|lots|[]|must have at least one entry",
        "RELEASE|reason|\" \"|reason|' '|must be 1 to 500 characters",
        "RECALL|level|4|level|4|must be 1, 2 or 3",
        "RECALL_ACK|lots|[{\"gtin\":\"09521122000019\",\"lot\":\"A\",\"onHand\":-1,\"sold\":0,\"destroyed\":0}]|lots/0/onHand|-1|must not be below 0",
        "RECALL_ACK|lots|[{\"gtin\":\"09521122000019\",\"lot\":\"A\",\"onHand\":1,\"sold\":1e-7,\"destroyed\":0}]|lots/0/sold|1E-7 H87|must not be finer than a millionth of a piece",
        "CLOSE|summary|\" \"|summary|' '|must be 1 to 2000 characters",
      })
  void namesFieldValueAndRule(
      TradeEvent.Type type, String changed, String to, String field, String value, String rule) {
    ObjectNode event = ExampleEvents.of(type).get(0);
    ExampleEvents.json("{\"" + changed + "\":" + to + "}")
        .properties()
        .forEach(
            change -> {
              JsonNode node = change.getValue();
              if (node.isNull() || (node.isArray() && node.isEmpty())) {
                event.remove(change.getKey());
              } else {
                event.set(change.getKey(), node);
              }
            });
    TradeException violation = only(event);
    assertThat(violation.field()).isEqualTo(field);
    assertThat(violation.value()).isEqualTo(value == null ? "" : value);
    assertThat(violation.rule()).startsWith(rule == null ? "" : rule).isNotBlank();
  }

  private static TradeException only(ObjectNode event) {
    InvalidTradeEventException refused =
        catchThrowableOfType(InvalidTradeEventException.class, () -> ExampleEvents.read(event));
    assertThat(refused).isNotNull();
    assertThat(refused.violations()).hasSize(1);
    return refused.violations().get(0);
  }

  @Test
  void namesEveryRuleThatIsBrokenAndNotWhatFollowsFromIt() {
    ObjectNode event = ExampleEvents.of(TradeEvent.Type.SHIP).get(0);
    event.put("operator", "x").put("buyer", "y");
    event.withArray("lines").add(event.path("lines").path(0).deepCopy());
    ((ObjectNode) event.path("lines").path(1)).put("gtin", "09521122000018").put("lot", "#");
    InvalidTradeEventException refused =
        catchThrowableOfType(InvalidTradeEventException.class, () -> ExampleEvents.read(event));
    assertThat(refused.violations())
        .extracting(TradeException::field)
        .containsExactlyInAnyOrder("operator", "buyer", "lines/1/gtin", "lines/1/lot");
  }
}
