package org.shilian.testsupport;

/** A Kafka that tests may use. */
interface KafkaSource extends AutoCloseable {
  /** {@code host:port} for {@code bootstrap.servers}. */
  String bootstrap();

  @Override
  void close();
}
