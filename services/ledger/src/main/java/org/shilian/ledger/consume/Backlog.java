package org.shilian.ledger.consume;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.append.Arrival;
import org.shilian.ledger.append.Batch;
import org.shilian.ledger.append.Outcome;
import org.shilian.ledger.append.StreamSpan;

/**
 * What a loop has read from Kafka and not yet appended, by partition and in its order. A batch
 * takes of each partition as much as nobody else is in the way of; the rest stays.
 */
final class Backlog {
  private final RecordReader reader = new RecordReader();
  private final Map<TopicPartition, Waiting> partitions = new HashMap<>();

  private record Item(long offset, RecordReader.Read read) {}

  /** The records of a partition, and where it goes on behind them. */
  private static final class Waiting {
    private final Deque<Item> items = new ArrayDeque<>();
    private long next;
  }

  /** Reads these records and keeps them. */
  void add(
      ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, StreamTable.Stream> streams) {
    for (TopicPartition partition : records.partitions()) {
      StreamTable.Stream stream = streams.get(partition);
      if (stream == null) {
        throw new IllegalStateException("records of " + partition + ", which is not assigned");
      }
      Waiting waiting = partitions.computeIfAbsent(partition, any -> new Waiting());
      for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
        waiting.items.add(new Item(record.offset(), reader.read(stream.id(), record)));
      }
    }
    records
        .nextOffsets()
        .forEach(
            (partition, next) ->
                partitions.computeIfAbsent(partition, any -> new Waiting()).next = next.offset());
  }

  /** Forgets what there is of a partition; it will be read again, here or elsewhere. */
  void forget(TopicPartition partition) {
    partitions.remove(partition);
  }

  boolean isEmpty() {
    return partitions.isEmpty();
  }

  /** How many records there are. */
  int size() {
    return partitions.values().stream().mapToInt(waiting -> waiting.items.size()).sum();
  }

  /**
   * Takes out a batch.
   *
   * @param streams where the partitions stand
   * @param free takes the eventIDs that an event claims; false if it cannot have them now
   * @return null if all that there is has to wait
   */
  @Nullable Batch next(
      Map<TopicPartition, StreamTable.Stream> streams, Predicate<List<String>> free) {
    List<StreamSpan> spans = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    List<Outcome> unreadable = new ArrayList<>();
    streams.forEach(
        (partition, stream) -> {
          Waiting waiting = partitions.get(partition);
          if (waiting != null) {
            take(waiting, free, arrivals, unreadable);
            Item first = waiting.items.peek();
            long to = first == null ? waiting.next : first.offset();
            if (to > stream.nextOffset()) {
              spans.add(new StreamSpan(stream.id(), stream.nextOffset(), to));
            }
          }
        });
    partitions.values().removeIf(waiting -> waiting.items.isEmpty());
    return spans.isEmpty() ? null : new Batch(spans, arrivals, unreadable);
  }

  private static void take(
      Waiting waiting,
      Predicate<List<String>> free,
      List<Arrival> arrivals,
      List<Outcome> unreadable) {
    for (Item item = waiting.items.peek(); item != null; item = waiting.items.peek()) {
      if (item.read() instanceof RecordReader.Read.Event event) {
        if (!free.test(event.arrival().claims())) {
          return;
        }
        arrivals.add(event.arrival());
      } else if (item.read() instanceof RecordReader.Read.Poison poison) {
        unreadable.add(poison.outcome());
      }
      waiting.items.remove();
    }
  }
}
