package org.shilian.registry.topic;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.shilian.chain.topic.TopicNames;

/** The names as this installation is configured. */
public class TopicNamesProducer {
  @Produces
  @Singleton
  TopicNames topicNames(TopicsConfig config) {
    return new TopicNames(config.prefix().orElse(""));
  }
}
