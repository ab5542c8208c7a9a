package org.shilian.capture.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shilian.capture.GivenConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.chain.topic.EventTopic;
import org.shilian.chain.topic.TopicNames;
import org.shilian.problem.ProblemException;

class PublishQueueTest {
  private static final CaptureId SOMEWHERE =
      CaptureId.of("AAAAAAAAAAAA", 1, List.of(new CaptureId.Span(EventTopic.PRODUCER, 0, 7, 7)));

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final AtomicLong now = new AtomicLong();
  private final Held kafka = new Held();
  private final PublishQueue queue = new PublishQueue(kafka, new GivenConfig(WITHIN), now::get);

  @AfterEach
  void stop() {
    kafka.goOn.countDown();
    queue.close(new ShutdownEvent());
  }

  @Test
  void doesNotMakeItsCallerWaitForWhatKafkaHoldsUp() {
    CompletableFuture<CaptureId> first = post(queue, "a");
    CompletableFuture<CaptureId> second = post(queue, "b");
    assertThat(first).isNotDone();
    kafka.goOn.countDown();
    assertThat(second).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(SOMEWHERE);
    assertThat(first).isCompletedWithValue(SOMEWHERE);
    assertThat(kafka.sent).containsExactly("a", "b");
  }

  @Test
  void saysWhatKafkaDidNotTake() {
    kafka.answer = CompletableFuture.failedFuture(new TimeoutException("no broker"));
    kafka.goOn.countDown();
    assertThat(post(queue, "a"))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(Exception.class)
        .withCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void goesOnAfterWhatItCannotHandOn() {
    kafka.failure = new IllegalStateException("closed");
    kafka.goOn.countDown();
    assertThat(post(queue, "a"))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(Exception.class)
        .withMessageContaining("closed");
    kafka.failure = null;
    assertThat(post(queue, "b")).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void doesNotPublishWhatHasWaitedForTooLong() {
    CompletableFuture<CaptureId> first = post(queue, "a");
    assertThat(kafka.reached()).isTrue();
    CompletableFuture<CaptureId> late = post(queue, "b");
    now.addAndGet(WITHIN.toNanos());
    kafka.goOn.countDown();
    assertThat(first).succeedsWithin(Duration.ofSeconds(5));
    assertThatThrownBy(() -> late.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ProblemException.class);
    assertThat(kafka.sent).containsExactly("a");
  }

  private static CompletableFuture<CaptureId> post(PublishQueue queue, String id) {
    return queue.publish(
        "AAAAAAAAAAAA",
        1,
        List.of(
            new CheckedEvent.Ready(
                0,
                id,
                EventTopic.PRODUCER,
                "key",
                "actor",
                "hash",
                "{}".getBytes(StandardCharsets.UTF_8))));
  }

  /** A publisher that holds up its caller until it is told to go on. */
  private static final class Held extends EventPublisher {
    final CountDownLatch goOn = new CountDownLatch(1);
    final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    private final CountDownLatch called = new CountDownLatch(1);
    volatile @Nullable RuntimeException failure;
    volatile CompletableFuture<CaptureId> answer = CompletableFuture.completedFuture(SOMEWHERE);

    Held() {
      super(new GivenConfig(WITHIN), new TopicNames(""), "127.0.0.1:1");
    }

    boolean reached() {
      try {
        return called.await(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    CompletableFuture<CaptureId> publishFew(
        String nonce, int total, List<CheckedEvent.Ready> events) {
      called.countDown();
      try {
        assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      RuntimeException thrown = failure;
      if (thrown != null) {
        throw thrown;
      }
      events.forEach(event -> sent.add(event.eventId()));
      return answer;
    }
  }
}
