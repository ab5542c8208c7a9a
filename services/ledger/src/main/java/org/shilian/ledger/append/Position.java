package org.shilian.ledger.append;

/**
 * Where a record stands in Kafka.
 *
 * @param stream the ledger's number of the topic partition
 * @param offset the record's offset in it
 */
public record Position(int stream, long offset) {}
