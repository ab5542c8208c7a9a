package org.shilian.capture.outcome;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.shilian.capture.check.CheckedEvent;

/** Answers for captures: what became of each event that was posted. */
@ApplicationScoped
public class Captures {
  private static final Logger LOG = Logger.getLogger(Captures.class);

  private final LedgerProgress progress;
  private final VerdictStore verdicts;
  private final RefusalStore refusals;

  Captures(LedgerProgress progress, VerdictStore verdicts, RefusalStore refusals) {
    this.progress = progress;
    this.verdicts = verdicts;
    this.refusals = refusals;
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

  /** What is known without asking the ledger: the refused are refused, the others pending. */
  public CaptureAnswer taken(CaptureId id, List<CheckedEvent> events) {
    List<EventVerdict> known = new ArrayList<>(events.size());
    for (CheckedEvent event : events) {
      known.add(
          event instanceof CheckedEvent.Refused refused
              ? new EventVerdict(
                  event.index(), event.eventId(), "refused", refused.problem(), List.of())
              : EventVerdict.of(event.index(), event.eventId(), "pending"));
    }
    return CaptureAnswer.of(id, known);
  }

  /** The answer once the ledger has passed the capture, or as it stands after this time. */
  public CompletionStage<CaptureAnswer> await(CaptureId id, Duration within) {
    return progress.passed(id.spans(), within).thenCompose(passed -> find(id));
  }

  /** The answer as it stands. */
  public CompletionStage<CaptureAnswer> find(CaptureId id) {
    return Future.all(verdicts.find(id), refusals.find(id.nonce()))
        .map(
            both -> {
              TreeMap<Integer, EventVerdict> byIndex = new TreeMap<>();
              both.<List<EventVerdict>>resultAt(0).forEach(v -> byIndex.put(v.index(), v));
              both.<List<EventVerdict>>resultAt(1).forEach(v -> byIndex.put(v.index(), v));
              for (int index = 0; index < id.total(); index++) {
                byIndex.putIfAbsent(index, EventVerdict.of(index, null, "pending"));
              }
              return CaptureAnswer.of(id, List.copyOf(byIndex.values()));
            })
        .toCompletionStage();
  }
}
