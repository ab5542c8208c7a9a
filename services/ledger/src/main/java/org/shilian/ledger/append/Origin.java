package org.shilian.ledger.append;

import org.jspecify.annotations.Nullable;

/**
 * Where a record came from.
 *
 * @param position its place in Kafka
 * @param capture the capture it belongs to; null if its header was lost
 * @param captureIndex its place in the capture, from 0
 */
public record Origin(Position position, @Nullable String capture, @Nullable Integer captureIndex) {}
