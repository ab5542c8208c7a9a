package org.shilian.ledger.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.shilian.ledger.append.Appended;
import org.shilian.ledger.append.BadDataException;
import org.shilian.ledger.append.Batch;
import org.shilian.ledger.append.BatchAppender;
import org.shilian.ledger.append.LedgerUnavailableException;
import org.shilian.ledger.append.StaleWriterException;
import org.shilian.ledger.append.StreamSpan;

/**
 * Polls and appends until it is told to stop; the batch in hand is finished first. Runs on one
 * thread, which alone touches the Kafka consumer; only {@link #stop} may be called from another.
 */
final class LedgerLoop implements Runnable {
  private static final Logger LOG = Logger.getLogger(LedgerLoop.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final Collection<String> topics;
  private final StreamTable table;
  private final BatchAppender appender;
  private final Duration retryAfter;
  private final LoopObserver observer;
  private final InHand inHand;
  private final int enough;
  private final Backlog backlog = new Backlog();
  private final Map<TopicPartition, StreamTable.Stream> streams = new HashMap<>();
  private volatile boolean stopping;

  /** Whether the consumer may stand elsewhere than what is stored. */
  private boolean astray;

  /**
   * A loop over this consumer.
   *
   * @param inHand shared with the other loops of the process
   * @param enough with how many records in hand it reads no more
   */
  LedgerLoop(
      Consumer<byte[], byte[]> consumer,
      Collection<String> topics,
      StreamTable table,
      BatchAppender appender,
      InHand inHand,
      int enough,
      Duration retryAfter,
      LoopObserver observer) {
    this.consumer = consumer;
    this.topics = topics;
    this.table = table;
    this.appender = appender;
    this.inHand = inHand;
    this.enough = enough;
    this.retryAfter = retryAfter;
    this.observer = observer;
  }

  /** Asks the loop to end after the batch in hand. */
  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer) {
      consumer.subscribe(topics, new Assignment());
      while (!stopping) {
        step();
      }
    } catch (WakeupException e) {
      LOG.debug("ledger loop woken up to stop");
    } finally {
      observer.stopped();
    }
  }

  /**
   * One poll and its batch. Whatever fails, the next step begins where the database says, and polls
   * nothing before it has said so: the consumer is past records that are not in the ledger.
   */
  private void step() {
    try {
      if (astray) {
        startWhereStored(consumer.assignment());
        astray = false;
      }
      if (backlog.size() < enough) {
        backlog.add(consumer.poll(backlog.isEmpty() ? POLL : Duration.ZERO), streams);
      }
      observer.polled();
      if (backlog.isEmpty()) {
        observer.idle();
      } else {
        appendUntilDone();
      }
    } catch (WakeupException e) {
      if (!stopping) {
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    } catch (StaleWriterException e) {
      LOG.infof("ledger.stale-writer %s; reading the stored offsets again", e.getMessage());
      astray = true;
    } catch (RuntimeException e) {
      observer.failed(e);
      LOG.errorf(e, "ledger.loop-failed; going on in %s", retryAfter);
      astray = true;
      pause();
    }
  }

  /** Appends what nobody else is in the way of; the rest stays in the backlog. */
  private void appendUntilDone() throws InterruptedException {
    long releases = inHand.releases();
    try {
      Batch batch = backlog.next(streams, ids -> inHand.take(this, ids));
      if (batch == null) {
        inHand.awaitRelease(releases, POLL);
        return;
      }
      try {
        observer.appended(persist(batch));
      } catch (BadDataException e) {
        LOG.warnf("ledger.bad-data %s; appending the batch record by record", e.getMessage());
        new OneByOne(this::persist, observer).append(batch);
      }
      advance(batch.spans());
    } finally {
      inHand.release(this);
    }
  }

  /** Appends the batch, however long the database takes to come back; gives up only to stop. */
  private Appended persist(Batch batch) {
    while (true) {
      try {
        return appender.append(batch);
      } catch (LedgerUnavailableException e) {
        observer.failed(e);
        if (stopping) {
          throw e;
        }
        LOG.warnf("ledger.append-failed %s; trying again in %s", e.getMessage(), retryAfter);
        pause();
      }
    }
  }

  private void advance(List<StreamSpan> spans) {
    for (StreamSpan span : spans) {
      streams.replaceAll(
          (partition, stream) ->
              stream.id() == span.stream()
                  ? new StreamTable.Stream(stream.id(), span.to())
                  : stream);
    }
  }

  private void startWhereStored(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    table
        .read(partitions)
        .forEach(
            (partition, stream) -> {
              streams.put(partition, stream);
              backlog.forget(partition);
              consumer.seek(partition, stream.nextOffset());
            });
  }

  private void pause() {
    try {
      Thread.sleep(retryAfter.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.infof("ledger.assigned %s", partitions);
      startWhereStored(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      LOG.infof("ledger.revoked %s", partitions);
      partitions.forEach(streams::remove);
      partitions.forEach(backlog::forget);
    }
  }
}
