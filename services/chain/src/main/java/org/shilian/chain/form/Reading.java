package org.shilian.chain.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> PARTIES = new TypeReference<>() {};

  /** Copies the parties. */
  public Reading {
    parties = Map.copyOf(parties);
  }

  /**
   * For an event that the ledger has, as it keeps what the headers said.
   *
   * @param parties a JSON object of URIs to USCCs; null for none
   * @throws IllegalStateException if they are no such object, which the ledger does not take in
   */
  public static Reading recorded(Uscc actor, @Nullable String parties) {
    if (parties == null) {
      return by(actor);
    }
    try {
      Map<String, Uscc> known = new HashMap<>();
      JSON.readValue(parties, PARTIES).forEach((uri, uscc) -> known.put(uri, new Uscc(uscc)));
      return new Reading(actor, known);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger keeps parties that it cannot have read", e);
    }
  }

  /** For an event whose parties are all named by what needs no register. */
  public static Reading by(Uscc actor) {
    return new Reading(actor, Map.of());
  }
}
