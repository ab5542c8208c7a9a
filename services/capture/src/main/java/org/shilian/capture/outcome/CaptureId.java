package org.shilian.capture.outcome;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilian.chain.topic.EventTopic;

/**
 * A capture's id. It says by itself where in Kafka the capture's events are, so that a capture
 * needs no row: once the ledger has passed the last offset of every span, the capture is done.
 *
 * @param nonce 72 random bits in base64url; also a header of every record, and what keeps ids from
 *     being guessed
 * @param total how many events were posted, refused ones included; at least 1
 * @param spans where the published ones are; at least one, and one a partition
 */
public record CaptureId(String nonce, int total, List<Span> spans) {
  private static final int VERSION = 1;
  private static final int NONCE_BYTES = 9;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Refuses what no capture is: nothing posted, nothing published, or a partition twice. */
  public CaptureId {
    spans = List.copyOf(spans);
    if (total < 1 || spans.isEmpty() || spans.size() > total) {
      throw new IllegalArgumentException(
          "a capture of " + total + " events in " + spans.size() + " spans");
    }
    long places = spans.stream().map(Span::place).distinct().count();
    if (places != spans.size()) {
      throw new IllegalArgumentException("a capture with two spans of one partition");
    }
  }

  /**
   * A run of offsets; records of other captures may lie between.
   *
   * @param topic the topic
   * @param partition its partition
   * @param first offset of this capture's first record there
   * @param last offset of its last
   */
  public record Span(EventTopic topic, int partition, long first, long last) {
    private Place place() {
      return new Place(topic, partition);
    }

    private Span with(Span other) {
      return new Span(topic, partition, Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  private record Place(EventTopic topic, int partition) {}

  /** A new nonce. */
  public static String newNonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return encoder().encodeToString(bytes);
  }

  /** The id of a capture whose records Kafka has acknowledged, each a span of its own. */
  public static CaptureId of(String nonce, int total, List<Span> records) {
    Map<Place, Span> spans = new LinkedHashMap<>();
    for (Span record : records) {
      spans.merge(record.place(), record, Span::with);
    }
    return new CaptureId(nonce, total, List.copyOf(spans.values()));
  }

  private static EventTopic topic(int number) {
    for (EventTopic topic : EventTopic.values()) {
      if (topic.number() == number) {
        return topic;
      }
    }
    throw new IllegalArgumentException("a capture id that names no topic");
  }

  /** The id as text. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    out.writeBytes(Base64.getUrlDecoder().decode(nonce));
    writeNumber(out, total);
    for (Span span : spans) {
      out.write(span.topic().number());
      writeNumber(out, span.partition());
      writeNumber(out, span.first());
      writeNumber(out, span.last() - span.first());
    }
    return encoder().encodeToString(out.toByteArray());
  }

  /**
   * Reads an id.
   *
   * @throws IllegalArgumentException if it is not one that {@link #text} could have written
   */
  public static CaptureId parse(String text) {
    ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
    try {
      if (in.get() != VERSION) {
        throw new IllegalArgumentException("a capture id of another version");
      }
      byte[] nonce = new byte[NONCE_BYTES];
      in.get(nonce);
      int total = Math.toIntExact(readNumber(in));
      List<Span> spans = new ArrayList<>();
      while (in.hasRemaining()) {
        EventTopic topic = topic(in.get());
        int partition = Math.toIntExact(readNumber(in));
        long first = readNumber(in);
        spans.add(new Span(topic, partition, first, Math.addExact(first, readNumber(in))));
      }
      return new CaptureId(encoder().encodeToString(nonce), total, spans);
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new IllegalArgumentException("a capture id that was cut short or changed", e);
    }
  }

  private static Base64.Encoder encoder() {
    return Base64.getUrlEncoder().withoutPadding();
  }

  private static void writeNumber(ByteArrayOutputStream out, long number) {
    long rest = number;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long readNumber(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int b = in.get();
      number |= (long) (b & 0x7F) << shift;
      if ((b & 0x80) == 0) {
        return number;
      }
    }
    throw new ArithmeticException("a number longer than 63 bits");
  }
}
