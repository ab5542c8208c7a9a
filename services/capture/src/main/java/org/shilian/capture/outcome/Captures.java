package org.shilian.capture.outcome;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** Answers for captures: what became of each event that was posted. */
@ApplicationScoped
public class Captures {
  private static final Logger LOG = Logger.getLogger(Captures.class);

  private final LedgerProgress progress;
  private final VerdictStore verdicts;
  private final RefusalStore refusals;
  private final CaptureConfig config;

  Captures(
      LedgerProgress progress, VerdictStore verdicts, RefusalStore refusals, CaptureConfig config) {
    this.progress = progress;
    this.verdicts = verdicts;
    this.refusals = refusals;
    this.config = config;
  }

  /**
   * Keeps the refusals of a capture. Ends well even if they could not be kept: the events that were
   * taken are durable by then, and the answer at hand names every refusal.
   */
  public CompletableFuture<Void> keepRefusals(CaptureId id, List<CheckedEvent.Refused> refused) {
    return refusals
        .keep(id.nonce(), refused)
        .otherwise(
            failure -> {
              LOG.warnf(
                  "capture.refusals-not-kept capture=%s %s", id.nonce(), failure.getMessage());
              return null;
            })
        .toCompletionStage()
        .toCompletableFuture();
  }

  /**
   * Keeps the refusals of a capture that is still to be published, for an answer that will not name
   * them.
   *
   * @throws ProblemException UNAVAILABLE, through the stage, if they could not be kept
   */
  public CompletionStage<Void> keepRefusalsOrFail(
      String nonce, List<CheckedEvent.Refused> refused) {
    return refusals
        .keep(nonce, refused)
        .recover(
            failure -> {
              LOG.warnf("capture.refusals-not-kept capture=%s %s", nonce, failure.getMessage());
              return Future.failedFuture(
                  new ProblemException(
                          ProblemType.UNAVAILABLE,
                          "what is refused could not be kept; nothing was taken")
                      .withHeader("Retry-After", Long.toString(config.retryAfter().toSeconds())));
            })
        .toCompletionStage();
  }

  /** What is known without asking the ledger: the refused are refused, the others pending. */
  public CaptureAnswer taken(CaptureId id, List<CheckedEvent> events) {
    return CaptureAnswer.of(id, List.copyOf(known(events).values()));
  }

  /**
   * The answer to the post itself, once the ledger has passed the capture, or as it stands after
   * this time. If the ledger cannot be asked, what is known without it.
   */
  public CompletionStage<CaptureAnswer> await(
      CaptureId id, List<CheckedEvent> events, Duration within) {
    return progress
        .passed(id.spans(), within)
        .thenCompose(passed -> verdicts.find(id).toCompletionStage())
        .handle(
            (found, failure) -> {
              if (failure != null) {
                LOG.warnf(
                    "capture.verdicts-unreadable capture=%s %s", id.nonce(), failure.getMessage());
                return taken(id, events);
              }
              SortedMap<Integer, EventVerdict> answer = known(events);
              found.forEach(verdict -> answer.put(verdict.index(), verdict));
              return CaptureAnswer.of(id, List.copyOf(answer.values()));
            });
  }

  private static SortedMap<Integer, EventVerdict> known(List<CheckedEvent> events) {
    SortedMap<Integer, EventVerdict> known = new TreeMap<>();
    for (CheckedEvent event : events) {
      known.put(
          event.index(),
          event instanceof CheckedEvent.Refused refused
              ? new EventVerdict(
                  event.index(),
                  event.eventId(),
                  "refused",
                  refused.problem(),
                  List.of(),
                  List.of())
              : EventVerdict.of(event.index(), event.eventId(), "pending"));
    }
    return known;
  }

  /**
   * The answer as it stands.
   *
   * @throws ProblemException NOT_FOUND, through the stage, if the ledger is past where this capture
   *     would be and nobody knows of it
   */
  public CompletionStage<CaptureAnswer> find(CaptureId id) {
    return progress
        .passed(id.spans(), Duration.ZERO)
        .thenCompose(
            passed ->
                Future.all(verdicts.find(id), refusals.find(id.nonce()))
                    .map(both -> answer(id, passed, both.resultAt(0), both.resultAt(1)))
                    .toCompletionStage());
  }

  private static CaptureAnswer answer(
      CaptureId id, boolean passed, List<EventVerdict> appended, List<EventVerdict> refused) {
    SortedMap<Integer, EventVerdict> byIndex = new TreeMap<>();
    appended.forEach(verdict -> byIndex.put(verdict.index(), verdict));
    refused.forEach(verdict -> byIndex.put(verdict.index(), verdict));
    if (passed && byIndex.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "there is no capture with this id");
    }
    for (int index = 0; index < id.total(); index++) {
      byIndex.putIfAbsent(index, passed ? unexplained(index) : pending(index));
    }
    return CaptureAnswer.of(id, List.copyOf(byIndex.values()));
  }

  private static EventVerdict pending(int index) {
    return EventVerdict.of(index, null, "pending");
  }

  /** What the ledger has passed and does not know was refused before; why could not be kept. */
  private static EventVerdict unexplained(int index) {
    return new EventVerdict(
        index,
        null,
        "refused",
        Problem.of(
            ProblemType.INVALID_INPUT,
            "the event breaks a rule; which one only the answer to the post has said",
            List.of()),
        List.of(),
        List.of());
  }
}
