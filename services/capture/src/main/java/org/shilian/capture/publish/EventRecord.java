package org.shilian.capture.publish;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.chain.topic.EventHeader;
import org.shilian.chain.topic.TopicNames;

/** The record that an event travels in, as {@code schemas/asyncapi} describes it. */
final class EventRecord {
  private EventRecord() {}

  /** The record of this event of the capture with this nonce. */
  static ProducerRecord<byte[], byte[]> of(
      TopicNames names, String nonce, CheckedEvent.Ready event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(names.of(event.topic()), bytes(event.key()), event.body());
    Headers headers = record.headers();
    add(headers, EventHeader.EVENT_ID, event.eventId());
    add(headers, EventHeader.ACTOR, event.actor());
    add(headers, EventHeader.CAPTURE, nonce);
    add(headers, EventHeader.CAPTURE_INDEX, Integer.toString(event.index()));
    add(headers, EventHeader.HASH, event.hash());
    if (event.parties() != null) {
      add(headers, EventHeader.PARTIES, event.parties());
    }
    add(headers, EventHeader.SCHEMA_VERSION, EventHeader.CURRENT_SCHEMA_VERSION);
    return record;
  }

  private static void add(Headers headers, EventHeader header, String value) {
    headers.add(header.headerName(), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
