package org.shilian.chain.form;

import java.util.Map;
import org.shilian.gs1.Uscc;

/**
 * What is known beside an EPCIS event when it is read: what the headers of its Kafka record say.
 *
 * @param actor who posted it; it did it, unless the event says {@code shilian:operator}
 * @param parties which operators the parties are that the event names by their GLN: the URI, as the
 *     event has it or in canonical form, to the operator; parties that are not registered are
 *     missing
 */
public record Reading(Uscc actor, Map<String, Uscc> parties) {

  /** Copies the parties. */
  public Reading {
    parties = Map.copyOf(parties);
  }

  /** For an event whose parties are all named by what needs no register. */
  public static Reading by(Uscc actor) {
    return new Reading(actor, Map.of());
  }
}
