package org.shilian.ledger.log;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.Hash;

/**
 * A log and how far it was signed.
 *
 * @param stream the ledger's number of the topic partition
 * @param topic of Kafka, whose entries it has
 * @param size how many entries it has
 * @param signed its last checkpoint; null before the first
 * @param cosigned the last checkpoint that a witness cosigned; null before the first
 */
record StoredLog(
    int stream,
    String topic,
    int partition,
    long size,
    @Nullable Signed signed,
    @Nullable Signed cosigned) {

  /** The last checkpoint, or the last that witnesses cosigned; null if there is none. */
  @Nullable Signed last(boolean byWitnesses) {
    return byWitnesses ? cosigned : signed;
  }

  /**
   * A checkpoint.
   *
   * @param size how many entries it stands for
   * @param note the checkpoint as a signed note
   * @param at when it was signed, or last cosigned
   */
  record Signed(long size, Hash root, String note, OffsetDateTime at) {}
}
