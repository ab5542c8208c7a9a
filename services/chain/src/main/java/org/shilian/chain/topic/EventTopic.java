package org.shilian.chain.topic;

/**
 * The topics that events travel on, by the role of who posted them. Key: {@link RecordKey}; value:
 * the EPCIS event as JSON in UTF-8.
 */
public enum EventTopic {
  PRODUCER("shilian.events.producer", 1),
  DISTRIBUTOR("shilian.events.distributor", 2),
  CATERER("shilian.events.caterer", 3),
  REGULATOR("shilian.events.regulator", 4);

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

  /** The topic's own name; on a cluster it is found under {@link TopicNames#of}. */
  public String topicName() {
    return topicName;
  }
}
