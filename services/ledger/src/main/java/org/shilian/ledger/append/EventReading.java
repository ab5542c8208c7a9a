package org.shilian.ledger.append;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.Reading;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.TradeException;
import org.shilian.gs1.Uscc;

/** Reads recorded events, with what their headers say of the parties in them. */
public final class EventReading {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, @Nullable String>> PARTIES =
      new TypeReference<>() {};

  private static final String PARTIES_RULE = "must be a JSON object of URIs to USCCs, as a header";

  private EventReading() {}

  /**
   * The trade event that this record is.
   *
   * @throws org.shilian.epcis.EpcisException if it is no event
   * @throws TradeException if it breaks a rule of its type, or if the parties are no such object
   * @throws org.shilian.gs1.Gs1Exception if a key in it is none
   */
  public static TradeEvent trade(RecordedEvent record) {
    return TradeEpcis.read(record.body(), reading(record));
  }

  /** What the headers say of the parties; throws as {@link #trade}. */
  public static Reading reading(RecordedEvent record) {
    return new Reading(record.actor(), parties(record.parties()));
  }

  private static Map<String, Uscc> parties(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      Map<String, Uscc> parties = new HashMap<>();
      Map<String, @Nullable String> said = JSON.readValue(json, PARTIES);
      if (said == null || said.containsValue(null)) {
        throw new TradeException("parties", json, PARTIES_RULE);
      }
      said.forEach((uri, uscc) -> parties.put(uri, new Uscc(String.valueOf(uscc))));
      return parties;
    } catch (JsonProcessingException e) {
      throw new TradeException("parties", json, PARTIES_RULE);
    }
  }
}
