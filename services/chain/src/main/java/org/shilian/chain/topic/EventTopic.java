package org.shilian.chain.topic;

import java.util.List;
import java.util.stream.Stream;

/**
 * The topics that events travel on, by the role of who posted them. Key: GTIN and lot of the first
 * line (the voided eventID for a VOID); value: the EPCIS event as JSON in UTF-8.
 */
public enum EventTopic {
  PRODUCER("shilian.events.producer", 1),
  DISTRIBUTOR("shilian.events.distributor", 2),
  CATERER("shilian.events.caterer", 3);

  private final String topicName;
  private final int number;

  EventTopic(String topicName, int number) {
    this.topicName = topicName;
    this.number = number;
  }

  /** A number of this topic's own that never changes; ids are made of it. */
  public int number() {
    return number;
  }

  /** The Kafka topic's name. */
  public String topicName() {
    return topicName;
  }

  /** All names. */
  public static List<String> names() {
    return Stream.of(values()).map(EventTopic::topicName).toList();
  }
}
