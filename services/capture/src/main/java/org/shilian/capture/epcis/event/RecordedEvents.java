package org.shilian.capture.epcis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.trade.Voiding;
import org.shilian.gs1.Uscc;
import org.shilian.registry.Caller;

/** Finds events in the ledger by their eventID. */
@ApplicationScoped
public class RecordedEvents {
  /**
   * The event, and what declares it in error and counts. Relies, behind the views, on event_pkey,
   * entry_pkey and declared_void_pkey.
   */
  private static final String FIND =
      """
      SELECT e.body, e.recorded_at, e.actor, e.parties, e.operator, true AS original, e.event_id
      FROM published.event e WHERE e.event_id = $1
      UNION ALL
      SELECT e.body, e.recorded_at, e.actor, e.parties, e.operator, false, e.event_id
      FROM published.voiding d JOIN published.event e ON e.event_id = d.event_id
      WHERE d.target = $1 AND d.live
      ORDER BY original DESC, recorded_at, event_id
      """;

  // by event_pkey and entry_pkey
  private static final String FIND_ONE =
      "SELECT body, recorded_at, actor, parties FROM published.event WHERE event_id = $1";

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> PARTIES = new TypeReference<>() {};

  private final Pool pool;

  RecordedEvents(Pool pool) {
    this.pool = pool;
  }

  /**
   * The event with this eventID as it came, then the same with each errorDeclaration that counts
   * against it; empty if there is none that this caller may see. The standard has an error declared
   * by saying the event again, so that both are found.
   */
  public CompletionStage<List<ObjectNode>> find(String eventId, Caller caller) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(eventId))
        .map(rows -> answer(rows, caller))
        .toCompletionStage();
  }

  /**
   * The event with this eventID in its trade form; empty if there is none that this caller may see,
   * or if it is plain EPCIS. What was declared of it since does not change it.
   */
  public CompletionStage<Optional<ObjectNode>> findTrade(String eventId, Caller caller) {
    return pool.preparedQuery(FIND_ONE)
        .execute(Tuple.of(eventId))
        .map(rows -> tradeForm(rows, caller))
        .toCompletionStage();
  }

  private static Optional<ObjectNode> tradeForm(RowSet<Row> rows, Caller caller) {
    for (Row row : rows) {
      RecordedEvent event = read(row);
      if (maySee(caller, event)) {
        return Optional.ofNullable(TradeJson.write(event.trade()));
      }
    }
    return Optional.empty();
  }

  private static List<ObjectNode> answer(RowSet<Row> rows, Caller caller) {
    List<ObjectNode> answer = new ArrayList<>();
    RecordedEvent original = null;
    for (Row row : rows) {
      RecordedEvent event = read(row);
      if (row.getBoolean("original")) {
        if (!maySee(caller, event)) {
          return List.of();
        }
        original = event;
        answer.add(event.asRecorded());
      } else {
        ObjectNode declared = declared(original, event);
        if (declared != null && (original != null || maySee(caller, event))) {
          answer.add(declared);
        }
      }
    }
    return answer;
  }

  /** The event in error, said again by this VOID; null if nobody can know how. */
  private static @Nullable ObjectNode declared(
      @Nullable RecordedEvent original, RecordedEvent declaration) {
    if (original != null && !original.trade().operator().equals(declaration.trade().operator())) {
      // only who said it may take it back
      return null;
    }
    if (declaration.isDeclaration()) {
      return declaration.asRecorded();
    }
    return original == null
        ? null
        : original.declaredBy((Voiding) declaration.trade(), declaration.recordedAt());
  }

  private static boolean maySee(Caller caller, RecordedEvent event) {
    return caller.role() != Caller.Role.ENTERPRISE || event.operators().contains(caller.operator());
  }

  private static RecordedEvent read(Row row) {
    return RecordedEvent.of(
        PackedEvent.unpack(row.getBuffer("body").getBytes()),
        row.getOffsetDateTime("recorded_at"),
        new Reading(new Uscc(row.getString("actor")), parties(row.getString("parties"))));
  }

  private static Map<String, Uscc> parties(@Nullable String json) {
    Map<String, Uscc> parties = new HashMap<>();
    if (json != null) {
      try {
        JSON.readValue(json, PARTIES).forEach((uri, uscc) -> parties.put(uri, new Uscc(uscc)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the ledger keeps parties that it cannot have read", e);
      }
    }
    return parties;
  }
}
