package org.shilian.ledger.append;

/**
 * The stored offset is not where this writer left it: another one has taken the partition over.
 * Nothing was written; the writer must read the stored offset again before it goes on.
 */
public final class StaleWriterException extends RuntimeException {
  StaleWriterException(StreamSpan span) {
    super("stream " + span.stream() + " does not stand at offset " + span.from());
  }
}
