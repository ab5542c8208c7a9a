package org.shilian.capture.outcome;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.ResolverConfig;

/** Reads the ledger's verdicts on the records of a capture. */
@ApplicationScoped
class VerdictStore {
  /** Relies, behind the view, on entry_pkey and outcome_pkey. */
  private static final String VERDICTS =
      """
      SELECT v.capture_index, v.event_id, v.verdict, v.field, v.value, v.rule, v.made
      FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[])
        AS s (topic, partition, first, last)
      JOIN published.verdict v
        ON v.topic = s.topic AND v.partition = s.partition
           AND v.log_offset BETWEEN s.first AND s.last
      WHERE v.capture = $5
      """;

  private final Pool pool;
  private final ResolverConfig resolver;

  VerdictStore(Pool pool, ResolverConfig resolver) {
    this.pool = pool;
    this.resolver = resolver;
  }

  Future<List<EventVerdict>> find(CaptureId id) {
    List<CaptureId.Span> spans = id.spans();
    return pool.preparedQuery(VERDICTS)
        .execute(
            Tuple.of(
                spans.stream().map(span -> span.topic().topicName()).toArray(String[]::new),
                spans.stream().map(CaptureId.Span::partition).toArray(Integer[]::new),
                spans.stream().map(CaptureId.Span::first).toArray(Long[]::new),
                spans.stream().map(CaptureId.Span::last).toArray(Long[]::new),
                id.nonce()))
        .map(
            rows -> {
              List<EventVerdict> found = new ArrayList<>(rows.size());
              for (Row row : rows) {
                found.add(verdict(row));
              }
              return found;
            });
  }

  private EventVerdict verdict(Row row) {
    String made = row.getString("made");
    return new EventVerdict(
        row.getInteger("capture_index"),
        row.getString("event_id"),
        // a record that the ledger could not read counts for nothing: to the caller it is refused
        row.getString("verdict").replace("quarantined", "refused"),
        problem(row),
        made == null ? List.of() : List.of(batchCode(made)));
  }

  private static @Nullable Problem problem(Row row) {
    String rule = row.getString("rule");
    if (rule == null) {
      return null;
    }
    return Problem.of(
        ProblemType.CONFLICT,
        "the ledger refused the event",
        List.of(new Violation(row.getString("field"), row.getString("value"), rule)));
  }

  private EventVerdict.IssuedCode batchCode(String made) {
    DigitalLink link = DigitalLink.parse(made);
    Gtin gtin = new Gtin(link.primaryKey());
    Lot lot = new Lot(String.valueOf(link.qualifier("10")));
    DigitalLink batch = DigitalLink.ofBatch(gtin, lot);
    String canonical = batch.canonical();
    String path = canonical.substring(canonical.indexOf("/10/") + "/10/".length());
    return new EventVerdict.IssuedCode(
        "batch",
        gtin.value(),
        lot.value(),
        batch.toUri(resolver.baseUri()),
        "/api/v1/codes/batch/" + gtin + "/" + path);
  }
}
