package org.shilian.server;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.Unit;
import org.shilian.epcis.EpcisJson;
import org.shilian.testsupport.Infrastructure;

/**
 * Records that no door of ours has put on the topics: each that is no event is set aside with a
 * reason, and those behind it go on.
 */
class QuarantineIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String VERY_LONG = randomLetters(100_000);
  private static ServerUnderTest server;

  private final Trade trade = Trade.on(server);
  private final Map<String, byte[]> poison = new LinkedHashMap<>();
  private final String topic = server.topics().of(EventTopic.DISTRIBUTOR);

  @BeforeAll
  static void start() {
    server = ServerUnderTest.shared();
  }

  /** What a record is, and whether its place in the topic ended in quarantine, and why. */
  private record Fate(String what, String rule, boolean kept) {}

  @Test
  void setsAsideWhatIsNoEventAndGoesOnBehindIt() throws Exception {
    poison.put("garbage", new byte[] {0, (byte) 0xff, 0x13, (byte) 0xfe, (byte) 0x80});
    poison.put("null", null);
    poison.put("nothing", new byte[0]);
    poison.put("zeroes", new byte[64]);
    for (String text : List.of("{}", "[]", "7", "null", "\"x\"", "{\"type\":\"ObjectEvent\"}")) {
      poison.put(text, text.getBytes(UTF_8));
    }
    put("a trade event, as it comes to the door", trade.produce("P").toString());
    put("no eventID", without(event("P"), "eventID"));
    put("NUL in the eventID", event("P").put("eventID", "urn:x:a\0b"));
    put("NUL in an extension of ours", event("P").put("shilian:operator", "urn:shilian:uscc:\0"));
    put("a key twice", event("P").toString().replaceFirst("\\{", "{\"type\":\"ObjectEvent\","));
    put("a quantity beyond any", number("1e999999999"));
    put("a quantity beyond BigDecimal", number("1e99999999999"));
    put("a quantity of a thousand digits", number("9".repeat(1_000)));
    put("a quantity too fine", number("1e-999999999"));
    put("a negative quantity", number("-5"));
    put("a year beyond any", event("P").put("eventTime", "+999999999-12-31T23:59:59+08:00"));
    put("a date before PostgreSQL's", dated("-999999999-01-01"));
    put("an eventID longer than an index takes", event("P").put("eventID", "urn:x:" + VERY_LONG));
    put("an endless nesting", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
    put(
        "an unpaired surrogate",
        event("P").put("eventID", "urn:x:half").toString().replace("half", "\\ud800"));
    poison.put("UTF-16", event("P").toString().getBytes(UTF_16BE));
    poison.put("a byte order mark", ("\uFEFF" + event("P")).getBytes(UTF_8));

    Map<String, byte[]> good = new LinkedHashMap<>();
    good.put("good", event("GOOD").toString().getBytes(UTF_8));
    Map<Long, String> sent = send(poison);
    sent.putAll(send(good));
    long last = sent.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
    await()
        .atMost(PATIENCE)
        .until(() -> server.count(stream() + " AND next_offset > " + last) == 1);

    assertThat(fates(sent))
        .allSatisfy(
            fate -> {
              boolean expected = fate.what().equals("good");
              assertThat(fate.kept()).as(fate.what()).isEqualTo(expected);
              if (!expected) {
                assertThat(fate.rule()).as(fate.what()).isNotBlank().doesNotContain("Exception");
              }
            })
        .hasSize(poison.size() + 1);
    assertThat(server.count("ledger.lot WHERE gtin = '" + trade.gtin + "' AND lot = 'P'")).isZero();
    assertThat(server.count("ledger.lot WHERE gtin = '" + trade.gtin + "' AND lot = 'GOOD'"))
        .isOne();
    staysUp();
  }

  @Test
  void takesAnEventWhoseHeadersAreWrong() throws Exception {
    Map<String, byte[]> wrong = new LinkedHashMap<>();
    wrong.put("wrong", event("W1").toString().getBytes(UTF_8));
    Map<Long, String> sent =
        send(
            wrong,
            Map.of(
                "eventID", new byte[] {(byte) 0xff, 0},
                "actor", trade.maker.getBytes(UTF_8),
                "capture", "a\0b".getBytes(UTF_8),
                "captureIndex", "99999999999999999999".getBytes(UTF_8),
                "schemaVersion", new byte[0]));
    long offset = sent.keySet().iterator().next();
    await()
        .atMost(PATIENCE)
        .until(() -> server.count(stream() + " AND next_offset > " + offset) == 1);

    assertThat(fates(sent)).extracting(Fate::kept).containsExactly(true);
    staysUp();
  }

  private void staysUp() {
    assertThat(server.send(server.asAdmin("/q/health")).statusCode()).isEqualTo(200);
    HttpResponse<String> metrics = server.send(server.asAdmin("/q/metrics"));
    assertThat(metrics.body()).contains("shilian_ledger_records_total{verdict=\"quarantined\"}");
    assertThat(trade.settled(trade.produce("AFTER")).at("/events/0/verdict").asText())
        .isEqualTo("accepted");
  }

  private void put(String what, Object event) {
    poison.put(what, event.toString().getBytes(UTF_8));
  }

  /** An event that the ledger would take, with a name of its own. */
  private ObjectNode event(String lot) throws IOException {
    ObjectNode posted = trade.produce(lot).put("eventID", "urn:x:" + trade.maker + poison.size());
    ProductFacts product = new ProductFacts(Unit.of("KGM"), 30);
    byte[] epcis = EpcisJson.write(TradeEpcis.toEpcis(TradeJson.read(posted, gtin -> product)));
    return (ObjectNode) Trade.JSON.readTree(epcis);
  }

  private String number(String quantity) throws IOException {
    return event("P").toString().replace("\"quantity\":100", "\"quantity\":" + quantity);
  }

  private ObjectNode dated(String date) throws IOException {
    ObjectNode event = event("P");
    ((ObjectNode) event.path("ilmd")).put("gs1:productionDate", date);
    return event;
  }

  private static ObjectNode without(ObjectNode event, String field) {
    event.remove(field);
    return event;
  }

  private Map<Long, String> send(Map<String, byte[]> records) throws Exception {
    return send(records, Map.of("actor", trade.maker.getBytes(UTF_8)));
  }

  /** Puts them all into one partition, in this order, and gives the offset of each. */
  private Map<Long, String> send(Map<String, byte[]> records, Map<String, byte[]> headers)
      throws Exception {
    Map<Long, String> offsets = new TreeMap<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.shared().kafka(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Map.Entry<String, byte[]> record : records.entrySet()) {
        ProducerRecord<byte[], byte[]> put =
            new ProducerRecord<>(topic, 0, null, record.getValue());
        headers.forEach(put.headers()::add);
        offsets.put(producer.send(put).get().offset(), record.getKey());
      }
    }
    return offsets;
  }

  private String stream() {
    return "ledger.stream WHERE partition = 0 AND topic = '" + topic + "'";
  }

  private List<Fate> fates(Map<Long, String> sent) throws SQLException {
    try (Connection connection = server.database().connect();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT log_offset, o.rule, o.verdict
                FROM ledger.stream s
                JOIN (SELECT stream, log_offset, NULL AS rule, 'accepted' AS verdict
                      FROM ledger.entry
                      UNION ALL
                      SELECT stream, log_offset, rule, verdict FROM ledger.outcome) o
                  ON o.stream = s.id
                WHERE s.topic = ? AND s.partition = 0
                """)) {
      statement.setString(1, topic);
      List<Fate> fates = new java.util.ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String what = sent.get(rows.getLong(1));
          if (what != null) {
            fates.add(new Fate(what, rows.getString(2), rows.getString(3).equals("accepted")));
          }
        }
      }
      return fates;
    }
  }

  /** Letters that no index can shorten. */
  private static String randomLetters(int count) {
    return new java.util.Random(7)
        .ints(count, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
