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
import org.shilian.gs1.Uscc;

/** Reads recorded events, with what their headers say of the parties in them. */
public final class EventReading {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> PARTIES = new TypeReference<>() {};

  private EventReading() {}

  /**
   * The trade event that this record is.
   *
   * @throws RuntimeException if it is none: an EpcisException, TradeException or Gs1Exception
   */
  public static TradeEvent trade(RecordedEvent record) {
    return TradeEpcis.toTrade(TradeEpcis.parse(record.body()), reading(record));
  }

  /** What the headers say of the parties. */
  public static Reading reading(RecordedEvent record) {
    return new Reading(record.actor(), parties(record.parties()));
  }

  private static Map<String, Uscc> parties(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    try {
      Map<String, Uscc> parties = new HashMap<>();
      JSON.readValue(json, PARTIES).forEach((uri, uscc) -> parties.put(uri, new Uscc(uscc)));
      return parties;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the parties header must be a JSON object of USCCs", e);
    }
  }
}
