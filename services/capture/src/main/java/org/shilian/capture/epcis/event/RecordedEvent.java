package org.shilian.capture.epcis.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.Party;
import org.shilian.gs1.Uscc;

/**
 * An event in the ledger.
 *
 * @param json it as it travelled
 * @param recordedAt when the ledger took it in
 * @param epcis what it says in EPCIS
 * @param trade what it says of trade
 * @param reading what was known of the parties when it was taken
 */
record RecordedEvent(
    ObjectNode json,
    OffsetDateTime recordedAt,
    EpcisEvent epcis,
    TradeEvent trade,
    Reading reading) {
  private static final String DECLARATION = "errorDeclaration";

  static RecordedEvent of(byte[] body, OffsetDateTime recordedAt, Reading reading) {
    JsonNode json = EpcisJson.tree(body);
    EpcisEvent epcis = EpcisJson.read(json);
    return new RecordedEvent(
        (ObjectNode) json, recordedAt, epcis, TradeEpcis.toTrade(epcis, reading), reading);
  }

  /** The operators that it is the business of: who did it, who said so, and whom it names. */
  Set<Uscc> operators() {
    Set<Uscc> operators = new HashSet<>();
    operators.add(trade.operator());
    operators.add(reading.actor());
    Stream.concat(epcis.common().sources().stream(), epcis.common().destinations().stream())
        .map(Party::id)
        .map(uri -> TradeEpcis.operator(uri, reading))
        .filter(java.util.Objects::nonNull)
        .forEach(operators::add);
    if (trade instanceof Evidence.Inspect inspection) {
      operators.add(inspection.inspected());
    }
    return operators;
  }

  /**
   * It as the query interface gives it: with the time it was recorded, which a client never says.
   */
  ObjectNode asRecorded() {
    return json.deepCopy().put("recordTime", text(recordedAt));
  }

  /** Whether it is itself the event in error, said again with an errorDeclaration. */
  boolean isDeclaration() {
    return json.has(DECLARATION);
  }

  /**
   * This event said again with the errorDeclaration that stands for a VOID of it, recorded when
   * that was.
   */
  ObjectNode declaredBy(Voiding voiding, OffsetDateTime declaredAt) {
    ObjectNode said = json.deepCopy();
    ObjectNode declaration = JsonNodeFactory.instance.objectNode();
    declaration.put(
        "declarationTime",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(voiding.envelope().eventTime()));
    declaration.put("reason", voiding.reason());
    if (!voiding.correctedBy().isEmpty()) {
      ArrayNode corrective = declaration.putArray("correctiveEventIDs");
      voiding.correctedBy().forEach(corrective::add);
    }
    said.set(DECLARATION, declaration);
    return said.put("recordTime", text(declaredAt));
  }

  private static String text(OffsetDateTime time) {
    return time.toInstant().toString();
  }
}
