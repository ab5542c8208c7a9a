package org.shilian.capture.outcome;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.topic.TopicNames;
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
  /**
   * Relies, behind the view, on entry_pkey and outcome_pkey. Span by span and with OFFSET 0, since
   * the planner, which cannot know how short a span is, would else read the whole ledger. A span is
   * read only where its first and last record are of this capture, so that an id somebody made up
   * costs nothing.
   */
  private static final String VERDICTS =
      """
      SELECT v.capture_index, v.event_id, v.verdict, v.field, v.value, v.rule, v.makings, v.flags
      FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[])
        AS s (topic, partition, first, last)
      CROSS JOIN LATERAL (
        SELECT count(*) = CASE WHEN s.first = s.last THEN 1 ELSE 2 END AS ours
        FROM published.verdict e
        WHERE e.topic = s.topic AND e.partition = s.partition
          AND e.log_offset IN (s.first, s.last) AND e.capture = $5
      ) ends
      CROSS JOIN LATERAL (
        SELECT * FROM published.verdict o
        WHERE ends.ours AND o.topic = s.topic AND o.partition = s.partition
          AND o.log_offset BETWEEN s.first AND s.last
          AND o.capture = $5 AND o.capture_index < $6
        OFFSET 0
      ) v
      """;

  private final Pool pool;
  private final TopicNames names;
  private final ResolverConfig resolver;

  VerdictStore(Pool pool, TopicNames names, ResolverConfig resolver) {
    this.pool = pool;
    this.names = names;
    this.resolver = resolver;
  }

  Future<List<EventVerdict>> find(CaptureId id) {
    List<CaptureId.Span> spans = id.spans();
    return pool.preparedQuery(VERDICTS)
        .execute(
            Tuple.of(
                spans.stream().map(span -> names.of(span.topic())).toArray(String[]::new),
                spans.stream().map(CaptureId.Span::partition).toArray(Integer[]::new),
                spans.stream().map(CaptureId.Span::first).toArray(Long[]::new),
                spans.stream().map(CaptureId.Span::last).toArray(Long[]::new),
                id.nonce(),
                id.total()))
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
    String[] makings = row.getArrayOfStrings("makings");
    String[] flags = row.getArrayOfStrings("flags");
    return new EventVerdict(
        row.getInteger("capture_index"),
        row.getString("event_id"),
        // a record that the ledger could not read counts for nothing: to the caller it is refused
        row.getString("verdict").replace("quarantined", "refused"),
        problem(row),
        makings == null ? List.of() : Arrays.stream(makings).map(this::batchCode).toList(),
        flags == null ? List.of() : List.of(flags));
  }

  private static @Nullable Problem problem(Row row) {
    String rule = row.getString("rule");
    if (rule == null) {
      return null;
    }
    return Problem.of(
        ProblemType.CONFLICT,
        "the ledger refused the event",
        List.of(new Violation("/" + row.getString("field"), row.getString("value"), rule)));
  }

  /** The batch code of a lot, given as the view has it: GTIN, space, lot. */
  private EventVerdict.IssuedCode batchCode(String made) {
    int space = made.indexOf(' ');
    Gtin gtin = new Gtin(made.substring(0, space));
    Lot lot = new Lot(made.substring(space + 1));
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
