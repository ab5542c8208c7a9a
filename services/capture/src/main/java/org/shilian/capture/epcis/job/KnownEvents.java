package org.shilian.capture.epcis.job;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/** Finds the events of a document whose eventID is that of another event already. */
@ApplicationScoped
public class KnownEvents {
  /** Relies, behind the view, on event_pkey. */
  private static final String HASHES =
      "SELECT event_id, hash FROM published.event WHERE event_id = ANY ($1)";

  private final Pool pool;

  KnownEvents(Pool pool) {
    this.pool = pool;
  }

  /**
   * The events of the document, those refused whose eventID an event with other content has: one in
   * the ledger, or one before it in the same document.
   */
  public CompletionStage<List<CheckedEvent>> refuseConflicts(List<CheckedEvent> checked) {
    String[] named =
        checked.stream()
            .filter(event -> event instanceof CheckedEvent.Ready ready && isNamed(ready))
            .map(CheckedEvent::eventId)
            .distinct()
            .toArray(String[]::new);
    return hashesOf(named)
        .map(
            hashes -> {
              List<CheckedEvent> judged = new ArrayList<>(checked.size());
              for (CheckedEvent event : checked) {
                judged.add(
                    event instanceof CheckedEvent.Ready ready && conflicts(ready, hashes)
                        ? conflict(ready)
                        : event);
              }
              return judged;
            })
        .toCompletionStage();
  }

  /** Whether its name is not made of its content; then another content may have it. */
  private static boolean isNamed(CheckedEvent.Ready ready) {
    return !ready.eventId().equals(ready.hash());
  }

  private static boolean conflicts(CheckedEvent.Ready ready, Map<String, String> hashes) {
    String known = hashes.putIfAbsent(ready.eventId(), ready.hash());
    return known != null && !known.equals(ready.hash());
  }

  private Future<Map<String, String>> hashesOf(String[] eventIds) {
    if (eventIds.length == 0) {
      return Future.succeededFuture(new HashMap<>());
    }
    return pool.preparedQuery(HASHES)
        .execute(Tuple.of(eventIds))
        .map(
            rows -> {
              Map<String, String> hashes = new HashMap<>();
              for (Row row : rows) {
                hashes.put(row.getString("event_id"), row.getString("hash"));
              }
              return hashes;
            });
  }

  private static CheckedEvent conflict(CheckedEvent.Ready ready) {
    return new CheckedEvent.Refused(
        ready.index(),
        ready.eventId(),
        Problem.of(
            ProblemType.CONFLICT,
            "another event has this eventID",
            List.of(
                new Violation(
                    "/eventID",
                    ready.eventId(),
                    "is already the eventID of an event with other content"))));
  }
}
