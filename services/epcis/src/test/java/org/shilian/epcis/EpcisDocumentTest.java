package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpcisDocumentTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-01T08:00:00+08:00");

  @Test
  void readsTheEventsAndWhatIsAroundThem() throws IOException {
    ObjectNode document = document();
    document.put("sender", "urn:epc:id:pgln:9521234.00001");
    document.put("receiver", "urn:epc:id:pgln:9521234.00002");
    document.put("instanceIdentifier", "despatch 7");
    document.put("id", "https://example.org/documents/7");
    document.put("ex:purpose", "test");
    document.set("epcisHeader", masterData());
    list(document).add(Events.tying().put("ex:a", "1")).add(Events.packing());
    try (EpcisDocumentReader reader = reader(document)) {
      EpcisEvent first = reader.next();
      EpcisEvent second = reader.next();

      assertThat(reader.next()).isNull();
      assertThat(EventHash.prehash(first)).endsWith("{https://example.org/ns/}a=1");
      assertThat(second).isInstanceOf(AggregationEvent.class);
      DocumentHeader header = reader.header();
      assertThat(header.kind()).isEqualTo(DocumentHeader.Kind.DOCUMENT);
      assertThat(header.creationDate()).isEqualTo(TIME);
      assertThat(header.sender()).isEqualTo("urn:epc:id:pgln:9521234.00001");
      assertThat(header.receiver()).isEqualTo("urn:epc:id:pgln:9521234.00002");
      assertThat(header.instanceIdentifier()).isEqualTo("despatch 7");
      assertThat(header.others())
          .isEqualTo(
              Events.json(
                  "{\"id\": \"https://example.org/documents/7\", \"ex:purpose\": \"test\"}"));
      Vocabulary locations = header.masterData().get(0);
      assertThat(locations.type()).isEqualTo("urn:epcglobal:epcis:vtype:BusinessLocation");
      assertThat(locations.elements().get(0).attributes().get(0).attribute().asText())
          .isEqualTo("Qingtian");
      assertThat(locations.elements().get(0).children())
          .containsExactly("urn:epc:id:sgln:9521234.00001.1");
    }
  }

  @Test
  void writesWhatItRead() throws IOException {
    ObjectNode document = document();
    document.put("sender", "urn:epc:id:pgln:9521234.00001");
    document.put("ex:purpose", "test");
    document.set("epcisHeader", masterData());
    RandomEvents random = new RandomEvents(3);
    for (int i = 0; i < 200; i++) {
      ObjectNode event = random.next();
      event.remove("@context");
      list(document).add(event);
    }

    assertThat(through(document)).isEqualTo(document);
  }

  @Test
  void writesQueryResultsAsItReadThem() throws IOException {
    ObjectNode document =
        Events.json(
            """
            {"@context": "https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
             "type": "EPCISQueryDocument", "schemaVersion": "2.0",
             "creationDate": "2026-11-01T00:00:00Z",
             "epcisBody": {"queryResults": {"subscriptionID": "s1", "queryName": "recent",
               "resultsBody": {"eventList": []}}}}
            """);
    document
        .withArray("/epcisBody/queryResults/resultsBody/eventList")
        .add(Events.shipping())
        .add(Events.cooking());

    assertThat(through(document)).isEqualTo(document);
  }

  @Test
  void eventOfADocumentStandsByItself() throws IOException {
    ObjectNode document = document();
    list(document).add(Events.tying().put("ex:a", "1"));
    ObjectNode own = Events.tying().put("mine:b", "2").put("ex:a", "1");
    own.putObject("@context").put("mine", "https://example.org/mine/");
    list(document).add(own);
    for (EpcisEvent event : events(document)) {
      EpcisEvent alone = EpcisJson.readBare(EpcisJson.writeBare(event));

      assertThat(alone).isEqualTo(event);
      assertThat(EventHash.prehash(alone)).contains("{https://example.org/ns/}a=1");
    }
    assertThat(EventHash.prehash(events(document).get(1)))
        .contains("{https://example.org/mine/}b=2");
  }

  @Test
  void contextThatSaysNothingNewIsNotPassedOn() throws IOException {
    ObjectNode document = document();
    document.put("@context", Namespaces.EPCIS_CONTEXT);
    list(document).add(Events.tying());

    assertThat(events(document)).containsExactly(EpcisJson.read(Events.tying()));
  }

  @Test
  void eventKeepsItsMeaningInADocumentThatSpeaksOtherwise() throws IOException {
    EpcisEvent event = EpcisJson.read(Events.tying().put("shilian:a", "1"));
    DocumentHeader header =
        DocumentHeader.document(TIME)
            .withContext(Events.json("{\"shilian\": \"https://example.org/other/\"}"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EpcisDocumentWriter writer = EpcisDocumentWriter.to(out, header)) {
      writer.write(event);
    }

    assertThat(events(EpcisJson.tree(out.toByteArray())).get(0))
        .satisfies(read -> assertThat(EventHash.of(read)).isEqualTo(EventHash.of(event)));
  }

  @Test
  void documentOfOursDeclaresOurPrefix() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EpcisDocumentWriter writer =
        EpcisDocumentWriter.to(out, DocumentHeader.document(TIME).withParties("a", "b", "c"))) {
      writer.write(EpcisJson.read(Events.shipping()));
    }

    JsonNode written = EpcisJson.tree(out.toByteArray());
    assertThat(written.get("@context")).isEqualTo(DocumentHeader.DEFAULT_CONTEXT);
    assertThat(written.get("instanceIdentifier").asText()).isEqualTo("c");
    assertThat(written.at("/epcisBody/eventList/0")).isEqualTo(Events.shipping());
  }

  @Test
  void goesOnBehindAnEventThatBreaksRules() throws IOException {
    ObjectNode document = document();
    ObjectNode bad = Events.shipping();
    ((ObjectNode) bad.get("quantityList").get(0)).put("uom", "kg");
    list(document).add(Events.tying()).add(bad).add(7).add(Events.packing());
    try (EpcisDocumentReader reader = reader(document)) {
      assertThat(reader.next()).isNotNull();
      assertThat(refusal(reader).field()).isEqualTo("eventList/1/quantityList/0/uom");
      assertThat(reader.index()).isEqualTo(1);
      assertThat(refusal(reader)).hasMessage("eventList/2/event 7: must be an object");
      assertThat(reader.next()).isInstanceOf(AggregationEvent.class);
      assertThat(reader.next()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/@context|null|@context null: must be a context's address or an object of prefixes",
        "/@context|[\"urn:x:y\",\"urn:x:y\"]|@context/1 \"urn:x:y\": must be there once only",
        "/type|\"EPCISMasterDataDocument\"|type EPCISMasterDataDocument: must be EPCISDocument or"
            + " EPCISQueryDocument",
        "/schemaVersion|\"1.2\"|schemaVersion 1.2: must be 2.0, or a later version 2",
        "/schemaVersion|2.0|schemaVersion 2.0: must be a string",
        "/creationDate|\"today\"|creationDate today: must be a date and time with offset, like"
            + " 2026-11-01T08:00:00+08:00",
        "/sender|1|sender 1: must be a string",
        "/epcisHeader|[]|epcisHeader []: must be an object",
        "/epcisBody|[]|epcisBody: must be an object",
        "/epcisBody|{}|epcisBody: must hold an eventList",
        "/epcisBody|{\"eventList\":{}}|epcisBody/eventList: must be a list",
        "/epcisBody|{\"events\":[]}|epcisBody/events: is not a member of the standard here"
      })
  void refusesADocumentOutOfShape(String place, String json, String message) {
    ObjectNode document = document();
    document.set(place.substring(1), EpcisJson.tree(json.getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> events(document))
        .isInstanceOf(EpcisException.class)
        .hasMessage(message);
  }

  @Test
  void namesAllThatADocumentLacks() {
    assertThat(
            catchThrowableOfType(EpcisException.class, () -> events(Events.json("{}")))
                .violations())
        .extracting(EpcisException.Violation::field)
        .containsExactly("@context", "type", "epcisBody", "schemaVersion", "creationDate");
  }

  @Test
  void namesThePlaceInTheMasterData() {
    ObjectNode document = document();
    document.set("epcisHeader", masterData());
    ((ObjectNode) document.at("/epcisHeader/epcisMasterData/vocabularyList/0")).put("type", "x");

    assertThatThrownBy(() -> events(document))
        .hasMessage("epcisHeader/epcisMasterData/vocabularyList/0/type x: must be an absolute URI");
  }

  @Test
  void refusesPrefixesThatAreDeclaredBehindTheEvents() throws IOException {
    String text =
        """
        {"type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-11-01T00:00:00Z",
         "epcisBody": {"eventList": []}, "@context": {"ex": "https://example.org/ns/"}}
        """;

    assertThatThrownBy(() -> events(Events.json(text)))
        .hasMessageStartingWith("@context: must come before epcisBody");
    assertThat(events(Events.json(text.replace("{\"ex\": \"https://example.org/ns/\"}", "{}"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "[]", "{", "{} {}", "{\"epcisBody\":{\"eventList\":[{]", "{\"a\":1,\"a\":2}"})
  void refusesTextThatIsNoDocumentForGood(String text) throws IOException {
    try (EpcisDocumentReader reader =
        EpcisDocumentReader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      EpcisException refusal = refusal(reader);

      assertThat(refusal(reader)).isSameAs(refusal);
    }
  }

  @Test
  void documentOfAnyLengthNeedsTheMemoryOfOneEvent() throws IOException {
    int many = 5_000;
    String event = Events.tying().toString();
    String[] ends = document().toString().split("(?<=\\[)(?=])", -1);
    Stream<String> parts =
        Stream.of(
                Stream.of(ends[0], event),
                Stream.generate(() -> "," + event).limit(many - 1),
                Stream.of(ends[1]))
            .flatMap(part -> part);
    int read = 0;
    // a million bytes of events, a thousand bytes of which are let through at a time
    try (EpcisDocumentReader reader =
        EpcisDocumentReader.of(new Parts(parts.iterator()), Namespaces.DEFAULT, 1_000)) {
      while (reader.next() != null) {
        read++;
      }
    }

    assertThat(read).isEqualTo(many);
  }

  /** A stream that is never whole anywhere. */
  private static final class Parts extends InputStream {
    private final Iterator<String> parts;
    private InputStream part = InputStream.nullInputStream();

    Parts(Iterator<String> parts) {
      this.parts = parts;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = part.read(buffer, offset, length);
      while (read < 0 && parts.hasNext()) {
        part = new ByteArrayInputStream(parts.next().getBytes(StandardCharsets.UTF_8));
        read = part.read(buffer, offset, length);
      }
      return read;
    }
  }

  @Test
  void refusesAPartThatIsTooLong() throws IOException {
    ObjectNode document = document();
    list(document).add(Events.tying()).add(Events.tying().put("shilian:x", "x".repeat(100_000)));
    try (EpcisDocumentReader reader =
        EpcisDocumentReader.of(stream(document), Namespaces.DEFAULT, 50_000)) {
      assertThat(reader.next()).isNotNull();
      assertThat(refusal(reader)).hasMessage("eventList/1: is too long for one part of a document");
    }
  }

  @Test
  void namespacesBesideTheDocumentAreKnownInIt() throws IOException {
    ObjectNode document = document();
    list(document).add(Events.tying().put("head:a", "1"));
    Namespaces given = Namespaces.DEFAULT.with(Map.of("head", "https://example.org/head/"));
    try (EpcisDocumentReader reader = EpcisDocumentReader.of(stream(document), given, 1 << 20)) {
      EpcisEvent event = reader.next();

      assertThat(EpcisJson.read(EpcisJson.write(event))).isEqualTo(event);
      assertThat(EventHash.prehash(event)).endsWith("{https://example.org/head/}a=1");
    }
  }

  @Test
  void bareEventMustSayItsContext() {
    byte[] without =
        Events.packing().put("action", "MOVE").toString().getBytes(StandardCharsets.UTF_8);

    assertThat(
            catchThrowableOfType(EpcisException.class, () -> EpcisJson.readBare(without))
                .violations())
        .extracting(EpcisException.Violation::field)
        .containsExactly("action", "@context");
  }

  private static EpcisException refusal(EpcisDocumentReader reader) {
    return catchThrowableOfType(EpcisException.class, reader::next);
  }

  private static ObjectNode document() {
    return Events.json(
        """
        {"@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
                      {"ex": "https://example.org/ns/"}],
         "type": "EPCISDocument", "schemaVersion": "2.0",
         "creationDate": "2026-11-01T08:00:00+08:00", "epcisBody": {"eventList": []}}
        """);
  }

  private static ObjectNode masterData() {
    return Events.json(
        """
        {"epcisMasterData": {"vocabularyList": [
          {"type": "urn:epcglobal:epcis:vtype:BusinessLocation", "vocabularyElementList": [
            {"id": "urn:epc:id:sgln:9521234.00001.0",
             "attributes": [{"id": "urn:epcglobal:cbv:mda:city", "attribute": "Qingtian"},
                            {"id": "urn:example:area", "attribute": {"m2": 12.50}}],
             "children": ["urn:epc:id:sgln:9521234.00001.1"]}]}]}}
        """);
  }

  private static ArrayNode list(ObjectNode document) {
    return document.withArray("/epcisBody/eventList");
  }

  private static InputStream stream(JsonNode document) {
    return new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static EpcisDocumentReader reader(JsonNode document) {
    return EpcisDocumentReader.of(stream(document));
  }

  private static List<EpcisEvent> events(JsonNode document) throws IOException {
    List<EpcisEvent> events = new ArrayList<>();
    try (EpcisDocumentReader reader = reader(document)) {
      for (EpcisEvent event = reader.next(); event != null; event = reader.next()) {
        events.add(event);
      }
    }
    return events;
  }

  private static JsonNode through(ObjectNode document) throws IOException {
    DocumentHeader header;
    try (EpcisDocumentReader reader = reader(document)) {
      while (reader.next() != null) {
        // to its end, where the header is known
      }
      header = reader.header();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EpcisDocumentWriter writer = EpcisDocumentWriter.to(out, header)) {
      for (EpcisEvent event : events(document)) {
        writer.write(event);
      }
    }
    return EpcisJson.tree(out.toByteArray());
  }
}
