package org.shilian.chain.topic;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the topics are called on a Kafka cluster. Installations that share one have a prefix each,
 * and then see nothing of one another.
 *
 * @param prefix put before every name; empty where the cluster is this installation's own
 */
public record TopicNames(String prefix) {
  private static final int LONGEST = 100;
  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{0," + LONGEST + "}");

  /** Refuses a prefix that Kafka would not have in a topic's name. */
  public TopicNames {
    if (!LEGAL.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "topic prefix "
              + prefix
              + ": has at most "
              + LONGEST
              + " characters, letters, digits, dots, underscores and hyphens");
    }
  }

  /** The name of this topic. */
  public String of(EventTopic topic) {
    return with(topic.topicName());
  }

  /** The names of all topics of events. */
  public List<String> ofEvents() {
    return Stream.of(EventTopic.values()).map(this::of).toList();
  }

  /** Any other name of Kafka's, such as a consumer group's, made this installation's own. */
  public String with(String name) {
    return prefix + name;
  }
}
