package org.shilian.ledger.consume;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.shilian.ledger.append.Blocking;

/** The stored offsets, by topic partition. */
final class StreamTable {
  private static final String NAME =
      """
      INSERT INTO ledger.stream (topic, partition)
      SELECT * FROM unnest($1::text[], $2::int[]) AS s (topic, partition) ORDER BY topic, partition
      ON CONFLICT DO NOTHING
      """;

  private static final String READ =
      """
      SELECT id, topic, partition, next_offset FROM ledger.stream
      JOIN unnest($1::text[], $2::int[]) AS s (topic, partition) USING (topic, partition)
      """;

  private final Pool pool;

  StreamTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * A stream and where it stands.
   *
   * @param id the ledger's number of the partition
   * @param nextOffset the offset of the first record that is not in the ledger
   */
  record Stream(int id, long nextOffset) {}

  /** Where these partitions stand; one that was never read stands at 0. */
  Map<TopicPartition, Stream> read(Collection<TopicPartition> partitions) {
    String[] topics = partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
    Integer[] numbers = partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    Tuple parameters = Tuple.tuple().addArrayOfString(topics).addArrayOfInteger(numbers);
    var unused = Blocking.await(pool.preparedQuery(NAME).execute(parameters));
    Map<TopicPartition, Stream> streams = new HashMap<>();
    for (Row row : Blocking.await(pool.preparedQuery(READ).execute(parameters))) {
      streams.put(
          new TopicPartition(row.getString("topic"), row.getInteger("partition")),
          new Stream(row.getInteger("id"), row.getLong("next_offset")));
    }
    return streams;
  }
}
