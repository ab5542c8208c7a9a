package org.shilian.ledger.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shilian.chain.topic.EventHeader;
import org.shilian.ledger.append.Arrival;
import org.shilian.ledger.append.Batch;
import org.shilian.ledger.append.StreamSpan;

class BacklogTest {
  private static final String OPERATOR = "91331122DMJU703K89";
  private static final TopicPartition SALES = new TopicPartition("events", 0);
  private static final TopicPartition VOIDS = new TopicPartition("events", 1);
  private static final String SOLD = "urn:uuid:00000000-0000-4000-8000-000000000001";
  private static final String VOID = "urn:uuid:00000000-0000-4000-8000-000000000002";
  private static final String LATER = "urn:uuid:00000000-0000-4000-8000-000000000003";

  private final Map<TopicPartition, StreamTable.Stream> streams =
      new HashMap<>(
          Map.of(SALES, new StreamTable.Stream(1, 0), VOIDS, new StreamTable.Stream(2, 0)));
  private final InHand inHand = new InHand();
  private final Backlog backlog = new Backlog();

  @Test
  void leavesWhatNamesAnEventThatAnotherHasAndAllBehindIt() {
    assertThat(inHand.take("another loop", List.of(SOLD))).isTrue();
    backlog.add(polled(VOIDS, List.of(sale(0, LATER), voiding(1, VOID, SOLD), poison(2))), streams);

    Batch first = next();

    assertThat(first).isNotNull();
    assertThat(first.spans()).containsExactly(new StreamSpan(2, 0, 1));
    assertThat(first.arrivals()).extracting(Arrival::eventId).containsExactly(LATER);
    assertThat(first.unreadable()).isEmpty();
    assertThat(backlog.size()).isEqualTo(2);
  }

  @Test
  void takesItOnceTheOtherIsDone() {
    assertThat(inHand.take("another loop", List.of(SOLD))).isTrue();
    backlog.add(polled(VOIDS, List.of(voiding(0, VOID, SOLD), poison(1))), streams);
    assertThat(next()).isNull();

    inHand.release("another loop");
    Batch batch = next();

    assertThat(batch).isNotNull();
    assertThat(batch.spans()).containsExactly(new StreamSpan(2, 0, 2));
    assertThat(batch.arrivals()).extracting(Arrival::claims).containsExactly(List.of(VOID, SOLD));
    assertThat(batch.unreadable()).hasSize(1);
    assertThat(backlog.isEmpty()).isTrue();
  }

  @Test
  void leavesAnEventThatAnotherIsAboutToTakeOut() {
    assertThat(inHand.take("another loop", List.of(VOID, SOLD))).isTrue();
    backlog.add(polled(SALES, List.of(sale(0, SOLD))), streams);

    assertThat(next()).isNull();
  }

  @Test
  void takesAnEventAndItsVoidTogether() {
    backlog.add(polled(SALES, List.of(sale(0, SOLD))), streams);
    backlog.add(polled(VOIDS, List.of(voiding(0, VOID, SOLD))), streams);

    Batch batch = next();

    assertThat(batch).isNotNull();
    assertThat(batch.arrivals()).hasSize(2);
  }

  @Test
  void passesOffsetsWithoutRecords() {
    backlog.add(new ConsumerRecords<>(Map.of(), Map.of(SALES, new OffsetAndMetadata(7))), streams);

    Batch batch = next();

    assertThat(batch).isNotNull();
    assertThat(batch.spans()).containsExactly(new StreamSpan(1, 0, 7));
  }

  @Test
  void forgetsAPartitionThatWentElsewhere() {
    backlog.add(polled(SALES, List.of(sale(0, SOLD))), streams);

    backlog.forget(SALES);

    assertThat(backlog.isEmpty()).isTrue();
    assertThat(next()).isNull();
  }

  private @Nullable Batch next() {
    return backlog.next(streams, ids -> inHand.take("this loop", ids));
  }

  private static ConsumerRecords<byte[], byte[]> polled(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    return new ConsumerRecords<>(
        Map.of(partition, records), Map.of(partition, new OffsetAndMetadata(records.size())));
  }

  private static ConsumerRecord<byte[], byte[]> sale(long offset, String eventId) {
    return record(
        offset,
        """
        {"type":"ObjectEvent","eventID":"%s","eventTime":"2026-11-23T14:40:22.496+08:00",\
        "eventTimeZoneOffset":"+08:00","action":"OBSERVE","quantityList":[{"epcClass":\
        "https://id.gs1.org/01/09521702000484/10/261117-B0001-34","quantity":0.7,"uom":"KGM"}],\
        "bizStep":"retail_selling","disposition":"retail_sold",\
        "shilian:operator":"urn:shilian:uscc:%s"}"""
            .formatted(eventId, OPERATOR));
  }

  private static ConsumerRecord<byte[], byte[]> voiding(long offset, String eventId, String what) {
    return record(
        offset,
        """
        {"type":"ObjectEvent","eventID":"%s","eventTime":"2026-11-23T15:00:00.000+08:00",\
        "eventTimeZoneOffset":"+08:00","action":"DELETE","epcList":["%s"],\
        "bizStep":"https://ns.shilian.org/bizstep/voiding",\
        "shilian:operator":"urn:shilian:uscc:%s","shilian:reason":"did_not_occur"}"""
            .formatted(eventId, what, OPERATOR));
  }

  private static ConsumerRecord<byte[], byte[]> poison(long offset) {
    return record(offset, "{}");
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String body) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("events", 0, offset, new byte[0], body.getBytes(UTF_8));
    record.headers().add(EventHeader.ACTOR.headerName(), OPERATOR.getBytes(UTF_8));
    return record;
  }
}
