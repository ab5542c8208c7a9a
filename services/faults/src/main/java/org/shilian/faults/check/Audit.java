package org.shilian.faults.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.reference.Differences;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.reference.ReferenceState;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.faults.load.Book;
import org.shilian.gs1.Uscc;

/**
 * Counts, once nothing moves any more.
 *
 * @param acknowledged events that a 202 was given for
 * @param lost those of them that are not in the ledger
 * @param doubled entries beyond one an event, and entries of events that nobody posted
 * @param foreign entries of records that were put on the topics past the door
 * @param differences rows of the state that are not the reference's, up to twenty
 */
public record Audit(
    int acknowledged, int lost, int doubled, int foreign, List<String> differences) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> PARTIES = new TypeReference<>() {};

  /** A record's place: its stream and offset. */
  public record Place(String topic, int partition, long offset) {}

  /**
   * Reads the ledger and compares.
   *
   * @param pastTheDoor where records are that did not come through the door
   */
  public static Audit of(
      Connection connection, SmallCounty county, Book book, Set<Place> pastTheDoor)
      throws SQLException {
    List<TradeEvent> events = new ArrayList<>(book.acknowledgedEvents());
    Map<String, Integer> entries = new HashMap<>();
    int foreign = 0;
    int strange = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT topic, partition, log_offset, body, actor, parties
                FROM ledger.entry e JOIN ledger.stream s ON s.id = e.stream
                """)) {
      while (rows.next()) {
        TradeEvent event =
            TradeEpcis.read(
                PackedEvent.unpack(rows.getBytes("body")),
                reading(rows.getString("actor"), rows.getString("parties")));
        String eventId = String.valueOf(event.envelope().eventId());
        Place place =
            new Place(
                rows.getString("topic"), rows.getInt("partition"), rows.getLong("log_offset"));
        if (pastTheDoor.contains(place)) {
          foreign++;
          events.add(event);
        } else if (book.knows(eventId)) {
          entries.merge(eventId, 1, Integer::sum);
        } else {
          strange++;
        }
      }
    }
    Set<String> lost = new HashSet<>(book.acknowledged());
    lost.removeAll(entries.keySet());
    int doubled = strange + entries.values().stream().mapToInt(count -> count - 1).sum();
    return new Audit(
        book.acknowledged().size(),
        lost.size(),
        doubled,
        foreign,
        differences(connection, county, events));
  }

  private static List<String> differences(
      Connection connection, SmallCounty county, List<TradeEvent> events) throws SQLException {
    Registered registered = new Registered(county);
    ReferenceState reference =
        new ReferenceLedger(ChainingRule.CURRENT, registered).stateOf(events);
    return Differences.between(
        StoredState.read(connection), registered.withRateOfRegistered(reference));
  }

  private static Reading reading(String actor, @Nullable String parties) {
    if (parties == null) {
      return Reading.by(new Uscc(actor));
    }
    try {
      Map<String, Uscc> read = new HashMap<>();
      JSON.readValue(parties, PARTIES).forEach((uri, uscc) -> read.put(uri, new Uscc(uscc)));
      return new Reading(new Uscc(actor), read);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger has taken parties that are none: " + parties, e);
    }
  }
}
