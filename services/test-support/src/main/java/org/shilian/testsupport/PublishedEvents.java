package org.shilian.testsupport;

import java.nio.charset.StandardCharsets;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisJson;

/**
 * Events as the ledger would publish them, for a database of {@link PublishedTables} in which
 * {@code event} and {@code mention} are tables.
 */
public final class PublishedEvents {
  private PublishedEvents() {}

  /** SQL that adds an event that counts, and what it mentions. */
  public static String insert(TradeEvent event, String eventId) {
    String body =
        new String(EpcisJson.write(TradeEpcis.toEpcis(event, eventId)), StandardCharsets.UTF_8);
    StringBuilder sql = new StringBuilder();
    sql.append(
        """
        INSERT INTO published.event (event_id, type, operator, event_time, live, recorded_at, body, actor)
        VALUES ('%s', '%s', '%s', '%s', true, now(), convert_to('%s', 'UTF8'), '%s');
        """
            .formatted(
                eventId,
                event.type(),
                event.operator(),
                event.envelope().eventTime(),
                body.replace("'", "''"),
                event.operator()));
    for (String key : event.mentions()) {
      sql.append(
          "INSERT INTO published.mention (key, event_id, live) VALUES ('%s', '%s', true);\n"
              .formatted(key.replace("'", "''"), eventId));
    }
    return sql.toString();
  }

  /** SQL for what a VOID of the event does. */
  public static String voided(String eventId) {
    return """
    UPDATE published.event SET live = false WHERE event_id = '%1$s';
    UPDATE published.mention SET live = false WHERE event_id = '%1$s';
    """
        .formatted(eventId);
  }
}
