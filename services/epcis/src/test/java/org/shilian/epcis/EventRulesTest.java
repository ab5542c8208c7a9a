package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"type", "eventTime", "eventTimeZoneOffset", "action"})
  void refusesAnEventWithoutARequiredMember(String member) {
    assertThat(refusal(Events.shipping(), e -> e.remove(member)))
        .hasMessage(member + ": is required");
  }

  @Test
  void refusesAnUnknownType() {
    assertThat(refusal(Events.shipping(), e -> e.put("type", "QuantityEvent")))
        .hasMessage("type QuantityEvent: must be one of the five event types of EPCIS 2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-01T08:00:00", "2026-11-01", "yesterday", "2026-13-01T08:00:00Z"})
  void refusesATimeWithoutOffsetOrSense(String time) {
    EpcisException refusal = refusal(Events.shipping(), e -> e.put("eventTime", time));

    assertThat(refusal.field()).isEqualTo("eventTime");
    assertThat(refusal.value()).isEqualTo(time);
    assertThat(refusal.rule())
        .isEqualTo("must be a date and time with offset, like 2026-11-01T08:00:00+08:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "+8:00", "+0800", "+15:00", "+14:30", "+08:60", "08:00"})
  void refusesAnOffsetOutsideTheRule(String offset) {
    assertThat(refusal(Events.shipping(), e -> e.put("eventTimeZoneOffset", offset)))
        .hasMessage("eventTimeZoneOffset " + offset + ": must be ±HH:MM between -14:00 and +14:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+14:00", "-14:00", "+13:59", "-00:30", "+00:00"})
  void takesTheOffsetsOfTheStandard(String offset) {
    assertThat(
            EpcisJson.read(Events.shipping().put("eventTimeZoneOffset", offset))
                .common()
                .eventTimeZoneOffset())
        .isEqualTo(offset);
  }

  @Test
  void refusesAnActionInATransformation() {
    assertThat(refusal(Events.cooking(), e -> e.put("action", "ADD")))
        .hasMessage(
            "action: is not a member of the standard here; extensions are named prefix:name");
  }

  @Test
  void refusesIlmdUnlessThingsComeIntoBeing() {
    assertThat(refusal(Events.producing(), e -> e.put("action", "OBSERVE")))
        .hasMessage("ilmd: is allowed in an ObjectEvent with action ADD only, not OBSERVE");
    assertThat(refusal(Events.packing(), e -> e.putObject("ilmd").put("cbvmda:lotNumber", "1")))
        .hasMessage(
            "ilmd: is allowed in an ObjectEvent with action ADD and in a TransformationEvent only,"
                + " not in an AggregationEvent");
  }

  @Test
  void refusesAnEventAboutNothing() {
    assertThat(refusal(Events.shipping(), e -> e.remove("quantityList")))
        .hasMessage("epcList: an ObjectEvent needs an epcList, a quantityList or sensor elements");
    assertThat(refusal(Events.packing(), e -> e.remove("childEPCs")))
        .hasMessage(
            "childEPCs: childEPCs and childQuantityList may both be empty with DELETE only");
    assertThat(refusal(Events.tying(), e -> e.remove("childEPCs")).field()).isEqualTo("childEPCs");
    assertThat(refusal(Events.ordering(), e -> e.remove("epcList")))
        .hasMessage("epcList: epcList and quantityList may both be empty with DELETE only");
    assertThat(refusal(Events.cooking(), e -> e.remove("outputEPCList")))
        .hasMessage(
            "outputEPCList: a transformation without transformationID needs both inputs and"
                + " outputs");
    assertThat(
            refusal(
                Events.cooking(),
                e -> {
                  e.remove("outputEPCList");
                  e.remove("inputQuantityList");
                  e.put("transformationID", "urn:example:t:1");
                }))
        .hasMessage("inputEPCList: a transformation needs inputs or outputs");
  }

  @Test
  void takesWhatTheStandardLetsBeEmpty() {
    ObjectNode unpackAll = Events.packing().put("action", "DELETE");
    unpackAll.remove("childEPCs");
    ObjectNode onlyInputs = Events.cooking().put("transformationID", "urn:example:t:1");
    onlyInputs.remove("outputEPCList");
    ObjectNode seen = Events.packing().put("action", "OBSERVE");
    seen.remove("parentID");

    assertThat(EpcisJson.read(unpackAll)).isInstanceOf(AggregationEvent.class);
    assertThat(EpcisJson.read(onlyInputs)).isInstanceOf(TransformationEvent.class);
    assertThat(EpcisJson.read(seen)).isInstanceOf(AggregationEvent.class);
  }

  @Test
  void refusesAnAggregationWithoutParent() {
    assertThat(refusal(Events.packing(), e -> e.remove("parentID")))
        .hasMessage("parentID: is required with action ADD");
    assertThat(refusal(Events.tying(), e -> e.remove("parentID")))
        .hasMessage("parentID: is required");
  }

  @Test
  void refusesATransactionEventWithoutTransaction() {
    assertThat(refusal(Events.ordering(), e -> e.remove("bizTransactionList")))
        .hasMessage("bizTransactionList: is required in a TransactionEvent");
  }

  @ParameterizedTest
  @CsvSource({
    "epcClass, A1, quantityList/0/epcClass A1: must be an absolute URI",
    "epcClass, 'urn:x y', 'quantityList/0/epcClass urn:x y: must be an absolute URI'",
    "uom, kg, 'quantityList/0/uom kg: must be a UN/ECE Rec 20 code of two or three of A-Z and 0-9'",
    "lot, 1, 'quantityList/0/lot: is not allowed here: the standard has no extension point'"
  })
  void refusesAQuantityElementOutOfShape(String member, String value, String message) {
    assertThat(refusal(Events.shipping(), e -> quantity(e).put(member, value))).hasMessage(message);
  }

  @Test
  void refusesAQuantityThatIsNone() {
    assertThat(refusal(Events.shipping(), e -> quantity(e).put("quantity", "12")))
        .hasMessage("quantityList/0/quantity \"12\": must be a number");
    assertThat(refusal(Events.shipping(), e -> quantity(e).put("quantity", -1)))
        .hasMessage("quantityList/0/quantity -1: must not be negative");
    assertThat(refusal(Events.shipping(), e -> quantity(e).remove("quantity")))
        .hasMessage("quantityList/0/uom KGM: has no quantity to measure");
    assertThat(
            refusal(
                Events.shipping(), e -> quantity(e).put("quantity", new BigDecimal("1e999999999"))))
        .hasMessage("quantityList/0/quantity 1E+999999999: has more than 38 digits");
  }

  @Test
  void refusesAWordThatTheVocabularyDoesNotHave() {
    assertThat(refusal(Events.shipping(), e -> e.put("bizStep", "teleporting")))
        .hasMessage("bizStep teleporting: must be a business step of the CBV 2.0 or a URI");
    assertThat(
            refusal(
                Events.shipping(),
                e -> ((ObjectNode) e.get("sourceList").get(0)).put("type", "owner")))
        .hasMessage(
            "sourceList/0/type owner: must be a source or destination type of the CBV 2.0 or a"
                + " URI");
    assertThat(
            refusal(
                Events.shipping(),
                e -> ((ObjectNode) e.get("destinationList").get(0)).remove("destination")))
        .hasMessage("destinationList/0/destination: is required");
  }

  @Test
  void refusesAMemberThatNobodyDefines() {
    assertThat(refusal(Events.shipping(), e -> e.put("operator", "x")))
        .hasMessage(
            "operator: is not a member of the standard here; extensions are named prefix:name");
    assertThat(refusal(Events.shipping(), e -> e.put("acme:operator", "x")))
        .hasMessage(
            "acme:operator: has the prefix acme, which no @context or namespace map declares;"
                + " contexts given by address are not fetched");
    assertThat(refusal(Events.producing(), e -> ((ObjectNode) e.get("ilmd")).put("lot", "x")))
        .hasMessage(
            "ilmd/lot: is not a member of the standard here; extensions are named prefix:name");
    assertThat(refusal(Events.shipping(), e -> ((ObjectNode) e.get("readPoint")).put("name", "x")))
        .hasMessage(
            "readPoint/name: is not a member of the standard here; extensions are named"
                + " prefix:name");
  }

  @Test
  void refusesMembersOfTheWrongShape() {
    assertThat(refusal(Events.shipping(), e -> e.put("quantityList", "x")))
        .hasMessage("quantityList \"x\": must be a list");
    assertThat(refusal(Events.shipping(), e -> e.put("readPoint", "urn:x:y")))
        .hasMessage("readPoint \"urn:x:y\": must be an object");
    assertThat(refusal(Events.shipping(), e -> e.putObject("readPoint")))
        .hasMessage("readPoint/id: is required");
    assertThat(refusal(Events.shipping(), e -> e.putArray("epcList").add(1)))
        .hasMessage("epcList/0 1: must be a string");
    assertThat(refusal(Events.shipping(), e -> e.putNull("bizStep")))
        .hasMessage("bizStep null: must be a string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{}]|sensorElementList/0/sensorReport: must be a list of at least one report",
        "[{\"sensorReport\":[{}]}]|sensorElementList/0/sensorReport/0/type: is required, or an exception",
        "[{\"sensorReport\":[{\"type\":\"Mass\",\"value\":\"1\"}]}]|"
            + "sensorElementList/0/sensorReport/0/value \"1\": must be a number"
      })
  void refusesASensorElementOutOfShape(String json, String message) {
    assertThat(
            refusal(
                Events.shipping(),
                e ->
                    e.set(
                        "sensorElementList",
                        EpcisJson.tree(json.getBytes(StandardCharsets.UTF_8)))))
        .hasMessage(message);
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    EpcisException refusal =
        refusal(
            Events.shipping(),
            e -> {
              e.put("eventTime", "yesterday");
              e.put("eventTimeZoneOffset", "+8");
              e.put("bizStep", "teleporting");
              e.putArray("epcList").add("A1").add("urn:example:a").add(2);
              quantity(e).put("uom", "kg");
              quantity(e).put("epcClass", "B2");
              ((ObjectNode) e.get("sourceList").get(0)).remove("source");
              e.putObject("readPoint").put("note", "x");
              e.putObject("ilmd").put("lot", "x");
              e.put("https://example.org/a b", "x");
            });

    assertThat(refusal.violations())
        .extracting(EpcisException.Violation::field)
        .containsExactlyInAnyOrder(
            "eventTime",
            "eventTimeZoneOffset",
            "bizStep",
            "epcList/0",
            "epcList/2",
            "quantityList/0/uom",
            "quantityList/0/epcClass",
            "sourceList/0/source",
            "readPoint/id",
            "readPoint/note",
            "ilmd",
            "ilmd/lot",
            "https:~1~1example.org~1a b");
    assertThat(refusal).hasMessageEndingWith("(and 12 more)");
  }

  @Test
  void saysNothingOfWhatOnlyFollowsFromAnotherFault() {
    assertThat(refusal(Events.packing(), e -> e.put("parentID", 1)).violations()).hasSize(1);
    assertThat(refusal(Events.packing(), e -> e.put("childEPCs", "x")).violations()).hasSize(1);
    assertThat(refusal(Events.packing(), e -> e.put("action", "x")).violations()).hasSize(1);
    assertThat(refusal(Events.shipping(), e -> quantity(e).put("quantity", "x")).violations())
        .hasSize(1);
    assertThat(refusal(Events.ordering(), e -> e.put("bizTransactionList", "x")).violations())
        .hasSize(1);
    assertThat(refusal(Events.packing(), e -> e.put("type", "x")).violations()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urn:epc:id:sgtin:9521234.00001.1|epcList/0 urn:epc:id:sgtin:9521234.00001.1: is no EPC URN:"
            + " reference behind a company prefix of 7 digits is not made of 6 digits",
        "urn:epc:id|epcList/0 urn:epc:id: does not have the form urn:epc:kind:scheme:fields",
        "urn:epc:id:sgtin:9521234.000001.1|",
        "urn:epc:id:usdod:CAGEY.1|",
        "https://id.gs1.org/01/09521234000013/10/A1|",
        "https://example.org/食|epcList/0 https://example.org/食: must be an absolute URI",
        "https://example.org/%4|epcList/0 https://example.org/%4: must be an absolute URI",
        "https://example.org/{x}|epcList/0 https://example.org/{x}: must be an absolute URI"
      })
  void refusesAnIdentifierThatIsNone(String epc, String message) {
    ObjectNode event = Events.shipping();
    event.putArray("epcList").add(epc);
    if (message == null) {
      assertThat(((ObjectEvent) EpcisJson.read(event)).epcList()).containsExactly(epc);
    } else {
      assertThat(refusal(event, e -> {})).hasMessage(message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Warmth\"}|type Warmth: must be a measurement type of the CBV 2.0 or a URI",
        "{\"exception\":\"FIRE\"}|exception FIRE: must be a sensor alert type of the CBV 2.0 or a"
            + " URI",
        "{\"type\":\"Angle\",\"component\":\"w\"}|component w: must be a component of the CBV 2.0 or"
            + " a URI",
        "{\"type\":\"Mass\",\"deviceID\":\"d\"}|deviceID d: must be an absolute URI",
        "{\"type\":\"Mass\",\"uom\":\"kg\"}|uom kg: must be a UN/ECE Rec 20 code of two or three of"
            + " A-Z and 0-9",
        "{\"type\":\"Mass\",\"hexBinaryValue\":\"0af\"}|hexBinaryValue 0af: must be pairs of"
            + " hexadecimal digits",
        "{\"type\":\"Mass\",\"booleanValue\":1}|booleanValue 1: must be true or false",
        "{\"type\":\"Mass\",\"time\":\"2026-11-01\"}|time 2026-11-01: must be a date and time with"
            + " offset, like 2026-11-01T08:00:00+08:00"
      })
  void refusesASensorReportOutOfShape(String json, String message) {
    assertThat(
            catchThrowableOfType(EpcisException.class, () -> new SensorReport(Events.json(json))))
        .hasMessage(message);
  }

  @Test
  void refusesAQuantityThatDoesNotGoWithItsUnitOrThing() {
    assertThat(
            refusal(
                Events.shipping(),
                e -> ((ObjectNode) e.get("quantityList").get(1)).put("quantity", 0.5)))
        .hasMessage(
            "quantityList/1/quantity 0.5: without uom is a count and must be a whole number");
    assertThat(
            refusal(
                Events.shipping(),
                e -> quantity(e).put("epcClass", "urn:epc:id:sgtin:9521234.000001.1")))
        .hasMessage(
            "quantityList/0/epcClass urn:epc:id:sgtin:9521234.000001.1: names one thing, which"
                + " belongs in an EPC list");
    assertThat(
            refusal(
                Events.shipping(),
                e -> quantity(e).put("epcClass", "https://id.gs1.org/01/09521234000013/21/1")))
        .hasMessageContaining("names one thing");
  }

  @Test
  void refusesSensorsThatReportOnNoObjectAndNoPlace() {
    ObjectNode event = Events.shipping();
    event.remove("quantityList");
    event
        .putArray("sensorElementList")
        .addObject()
        .putArray("sensorReport")
        .addObject()
        .put("type", "Mass");

    assertThat(EpcisJson.read(event)).isInstanceOf(ObjectEvent.class);
    assertThat(refusal(event, e -> e.remove("readPoint")))
        .hasMessage("readPoint: is required where sensors report on no object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-01T08:00Z",
        "2026-11-01T08:00:00+08",
        "2026-11-01T08:00:00+0800",
        "2026-11-01T08:00:00+14:30",
        "2026-11-01T08:00:00.Z",
        "2026-11-01T08:00:60Z",
        "2026-02-29T08:00:00Z",
        "2026-11-01 08:00:00Z",
        "+2026-11-01T08:00:00Z"
      })
  void refusesATimeThatRfc3339DoesNotKnow(String time) {
    assertThat(refusal(Events.shipping(), e -> e.put("eventTime", time)).field())
        .isEqualTo("eventTime");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{} {}", "nope", "{\"a\":1,\"a\":2}"})
  void refusesWhatIsNotOneJsonText(String text) {
    EpcisException refusal =
        catchThrowableOfType(
            EpcisException.class, () -> EpcisJson.read(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(refusal.field()).isEqualTo("document");
  }

  @Test
  void refusesJsonNestedBeyondReason() {
    String text = "{\"shilian:x\":" + "[".repeat(100) + "]".repeat(100) + "}";

    assertThat(
            catchThrowableOfType(
                    EpcisException.class,
                    () -> EpcisJson.read(text.getBytes(StandardCharsets.UTF_8)))
                .rule())
        .contains("nesting depth");
  }

  private static ObjectNode quantity(ObjectNode event) {
    return (ObjectNode) event.get("quantityList").get(0);
  }

  private static EpcisException refusal(ObjectNode event, Consumer<ObjectNode> change) {
    change.accept(event);
    EpcisException refusal =
        catchThrowableOfType(EpcisException.class, () -> EpcisJson.read(event));
    assertThat(refusal).as("refusal of %s", event).isNotNull();
    return refusal;
  }
}
