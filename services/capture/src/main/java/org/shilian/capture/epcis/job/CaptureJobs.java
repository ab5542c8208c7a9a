package org.shilian.capture.epcis.job;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.outcome.CaptureAnswer;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.capture.outcome.Captures;
import org.shilian.capture.outcome.EventVerdict;
import org.shilian.chain.topic.TopicNames;
import org.shilian.problem.EpcisProblem;
import org.shilian.problem.Problem;

/** Tells how far a capture job is. */
@ApplicationScoped
public class CaptureJobs {
  /** Relies, behind the view, on entry_pkey and outcome_pkey; span by span for their sake. */
  private static final String LAST =
      """
      SELECT max(v.recorded_at) AS last
      FROM unnest($1::text[], $2::int[], $3::bigint[]) AS s (topic, partition, last)
      CROSS JOIN LATERAL (
        SELECT recorded_at FROM published.verdict o
        WHERE o.topic = s.topic AND o.partition = s.partition AND o.log_offset = s.last
          AND o.capture = $4
        OFFSET 0
      ) v
      """;

  private final Captures captures;
  private final TopicNames names;
  private final Pool pool;

  CaptureJobs(Captures captures, TopicNames names, Pool pool) {
    this.captures = captures;
    this.names = names;
    this.pool = pool;
  }

  /** The job as it stands. Fails as {@link Captures#find}. */
  public CompletionStage<CaptureJob> find(JobId id) {
    return captures
        .find(id.capture())
        .thenCompose(
            answer ->
                isRunning(answer)
                    ? Future.succeededFuture(job(id, answer, null)).toCompletionStage()
                    : finishedAt(id.capture())
                        .map(finished -> job(id, answer, finished))
                        .toCompletionStage());
  }

  private static boolean isRunning(CaptureAnswer answer) {
    return answer.state().equals("running");
  }

  private Future<@Nullable Instant> finishedAt(CaptureId id) {
    List<CaptureId.Span> spans = id.spans();
    return pool.preparedQuery(LAST)
        .execute(
            Tuple.of(
                spans.stream().map(span -> names.of(span.topic())).toArray(String[]::new),
                spans.stream().map(CaptureId.Span::partition).toArray(Integer[]::new),
                spans.stream().map(CaptureId.Span::last).toArray(Long[]::new),
                id.nonce()))
        .map(
            rows -> {
              OffsetDateTime last = rows.iterator().next().getOffsetDateTime("last");
              return last == null ? null : last.toInstant();
            });
  }

  private static CaptureJob job(JobId id, CaptureAnswer answer, @Nullable Instant finishedAt) {
    List<Problem> errors = new ArrayList<>();
    for (EventVerdict verdict : answer.events()) {
      if (verdict.problem() != null) {
        errors.add(EpcisProblem.of(id.list().place(verdict.index(), verdict.problem())));
      }
    }
    return new CaptureJob(
        id.text(),
        id.createdAt(),
        finishedAt,
        isRunning(answer),
        errors.isEmpty(),
        id.behaviour().text(),
        errors);
  }
}
