package org.shilian.ledger.append;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;

/**
 * An EPCIS event as it travelled, with what its record's headers say: all that is needed to read it
 * again.
 *
 * @param body the event as JSON in UTF-8
 * @param actor who posted it
 * @param parties the party URIs that the door resolved, as a JSON object; null if there are none
 */
public record RecordedEvent(byte[] body, Uscc actor, @Nullable String parties) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedEvent event
        && Arrays.equals(body, event.body)
        && actor.equals(event.actor)
        && Objects.equals(parties, event.parties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(body), actor, parties);
  }
}
