package org.shilian.capture.check;

import org.jspecify.annotations.Nullable;
import org.shilian.chain.topic.EventTopic;
import org.shilian.problem.Problem;

/** One posted event after the checks: ready for Kafka, or refused. */
public sealed interface CheckedEvent {

  /** Its place in the document, from 0. */
  int index();

  /** Its identity; null where it was refused before it had one. */
  @Nullable String eventId();

  /**
   * May be published.
   *
   * @param topic where it goes, by its operator's role
   * @param key the record's key
   * @param actor USCC of the operator
   * @param hash the CBV event hash of its content
   * @param body the EPCIS event as JSON
   * @param parties which operators the parties are that it names by their GLN: a JSON object of URI
   *     to USCC; null if it names none so
   */
  record Ready(
      int index,
      String eventId,
      EventTopic topic,
      String key,
      String actor,
      String hash,
      byte[] body,
      @Nullable String parties)
      implements CheckedEvent {

    /** One that names all its parties by what needs no register. */
    public Ready(
        int index,
        String eventId,
        EventTopic topic,
        String key,
        String actor,
        String hash,
        byte[] body) {
      this(index, eventId, topic, key, actor, hash, body, null);
    }
  }

  /** Breaks rules; the problem says which. */
  record Refused(int index, @Nullable String eventId, Problem problem) implements CheckedEvent {}
}
