package org.shilian.faults.poison;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.shilian.chain.topic.EventHeader;
import org.shilian.faults.check.Audit.Place;
import org.shilian.faults.stack.Stack;

/** Puts poison on the topics of a stack, and says what became of it. */
public final class Poisoner {
  private static final int SHOWN = 5;

  private final Stack stack;
  private final Random random;
  private final Iterator<Spoilt> poison;
  private final int prepared;
  private final Map<Place, String> sent = new LinkedHashMap<>();

  /** One with all the poison there is, in random order. */
  public Poisoner(Stack stack, Random random) {
    this.stack = stack;
    this.random = random;
    List<Spoilt> all = new ArrayList<>(Spoilt.all());
    Collections.shuffle(all, random);
    prepared = all.size();
    poison = all.iterator();
  }

  /** How many records there are to send in all. */
  public int prepared() {
    return prepared;
  }

  /** Where the records are that were sent. */
  public Set<Place> sent() {
    return Set.copyOf(sent.keySet());
  }

  /** Sends up to so many more, and gives how many that were. */
  public int send(int count) {
    Map<Spoilt, Future<RecordMetadata>> acknowledgements = new LinkedHashMap<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.brokers().bootstrap(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      while (acknowledgements.size() < count && poison.hasNext()) {
        Spoilt one = poison.next();
        acknowledgements.put(one, producer.send(record(one)));
      }
      for (Map.Entry<Spoilt, Future<RecordMetadata>> one : acknowledgements.entrySet()) {
        RecordMetadata at = one.getValue().get();
        sent.put(new Place(at.topic(), at.partition(), at.offset()), one.getKey().what());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take the poison", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return acknowledgements.size();
  }

  private ProducerRecord<byte[], byte[]> record(Spoilt spoilt) {
    List<String> topics = stack.topics().ofEvents();
    byte[] key = new byte[4];
    random.nextBytes(key);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topics.get(random.nextInt(topics.size())), key, spoilt.body());
    record
        .headers()
        .add(EventHeader.ACTOR.headerName(), spoilt.actor().getBytes(StandardCharsets.UTF_8));
    return record;
  }

  /** Whether the ledger has passed all that was sent. */
  public boolean isRead(Connection connection) throws SQLException {
    Map<String, Long> next = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT topic, partition, next_offset FROM ledger.stream")) {
      while (rows.next()) {
        next.put(rows.getString(1) + "/" + rows.getInt(2), rows.getLong(3));
      }
    }
    return sent.keySet().stream()
        .allMatch(
            place ->
                next.getOrDefault(place.topic() + "/" + place.partition(), 0L) > place.offset());
  }

  /**
   * What is wrong with what became of it: a record without a fate, or set aside without a reason.
   */
  public List<String> problems(Connection connection) throws SQLException {
    Set<Place> taken = new HashSet<>();
    Map<Place, String> reasons = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT topic, partition, log_offset, verdict, rule
                FROM (SELECT stream, log_offset, 'accepted' AS verdict, NULL AS rule
                      FROM ledger.entry
                      UNION ALL
                      SELECT stream, log_offset, verdict, rule FROM ledger.outcome) o
                JOIN ledger.stream s ON s.id = o.stream
                """)) {
      while (rows.next()) {
        Place place = new Place(rows.getString(1), rows.getInt(2), rows.getLong(3));
        if (rows.getString(4).equals("accepted") || rows.getString(4).equals("duplicate")) {
          taken.add(place);
        } else {
          String rule = rows.getString(5);
          reasons.put(place, rule == null ? "" : rule);
        }
      }
    }
    List<String> problems = new ArrayList<>();
    sent.forEach(
        (place, what) -> {
          if (!taken.contains(place) && reasons.getOrDefault(place, "").isBlank()) {
            problems.add("no reason for " + what);
          }
        });
    return problems.size() <= SHOWN
        ? problems
        : List.of(problems.size() + " records, such as " + problems.subList(0, SHOWN));
  }
}
