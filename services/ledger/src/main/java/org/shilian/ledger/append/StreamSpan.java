package org.shilian.ledger.append;

/**
 * The part of a stream that a batch covers.
 *
 * @param stream the ledger's number of the topic partition
 * @param from the stored offset that the batch expects to find
 * @param to the offset that it leaves: one past the last record it read
 */
public record StreamSpan(int stream, long from, long to) {}
