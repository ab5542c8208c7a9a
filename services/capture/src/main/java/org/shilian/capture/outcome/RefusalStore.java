package org.shilian.capture.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.problem.Problem;

/**
 * Keeps why events of a capture were refused at the door, for whoever asks for the capture later.
 */
@ApplicationScoped
class RefusalStore {
  private static final String KEEP =
      """
      INSERT INTO capture.refusal (capture, index, event_id, problem)
      SELECT $1, r.* FROM unnest($2::int[], $3::text[], $4::text[]) AS r (index, event_id, problem)
      ON CONFLICT DO NOTHING
      """;

  /** Relies on refusal_pkey. */
  private static final String FIND =
      "SELECT index, event_id, problem FROM capture.refusal WHERE capture = $1";

  private final Pool pool;
  private final ObjectMapper json;

  RefusalStore(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  Future<Void> keep(String nonce, List<CheckedEvent.Refused> refused) {
    if (refused.isEmpty()) {
      return Future.succeededFuture();
    }
    return pool.preparedQuery(KEEP)
        .execute(
            Tuple.of(
                nonce,
                refused.stream().map(CheckedEvent.Refused::index).toArray(Integer[]::new),
                refused.stream().map(CheckedEvent.Refused::eventId).toArray(String[]::new),
                refused.stream().map(event -> write(event.problem())).toArray(String[]::new)))
        .mapEmpty();
  }

  Future<List<EventVerdict>> find(String nonce) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(nonce))
        .map(
            rows -> {
              List<EventVerdict> found = new ArrayList<>(rows.size());
              for (Row row : rows) {
                found.add(
                    new EventVerdict(
                        row.getInteger(0),
                        row.getString(1),
                        "refused",
                        read(row.getString(2)),
                        List.of(),
                        List.of()));
              }
              return found;
            });
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem).replace("\\u0000", "\\ufffd");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Problem read(String problem) {
    try {
      return json.readValue(problem, Problem.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
