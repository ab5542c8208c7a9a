package org.shilian.ledger.consume;

import org.shilian.ledger.append.Appended;

/** Is told how a loop fares; feeds health and metrics. Called on the thread of each loop. */
interface LoopObserver {
  /** Kafka answered a poll. */
  void polled();

  /** Kafka answered that there is nothing new: whatever failed before, nothing waits for it. */
  void idle();

  /** A batch is committed. */
  void appended(Appended appended);

  /** The database or Kafka failed; the loop goes on by itself. */
  void failed(RuntimeException cause);

  /** The loop has ended and will not go on. */
  void stopped();
}
