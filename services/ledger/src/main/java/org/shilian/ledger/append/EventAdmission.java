package org.shilian.ledger.append;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which events are new. The row of {@code ledger.event} is where an event and a VOID of it
 * meet, or a hold and its release: whichever transaction comes second waits for the first and then
 * sees it.
 */
final class EventAdmission {
  /**
   * Relies on event_pkey. A row without a stream is a place held for an event that another names: a
   * VOID, or what ends a hold or a recall.
   */
  private static final String CLAIM =
      """
      INSERT INTO ledger.event AS e (event_id, stream, log_offset, type, operator, hash, event_time)
      SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::bytea[],
                           $7::timestamptz[])
        AS c (event_id, stream, log_offset, type, operator, hash, event_time)
      ORDER BY event_id
      ON CONFLICT (event_id) DO UPDATE
        SET stream = excluded.stream, log_offset = excluded.log_offset, type = excluded.type,
            operator = excluded.operator, hash = excluded.hash, event_time = excluded.event_time
        WHERE e.stream IS NULL
      RETURNING e.event_id, new.stream IS NOT NULL AS claimed, old.event_id IS NOT NULL AS awaited
      """;

  /** Relies on declared_void_by_event. */
  private static final String ABOVE =
      """
      WITH RECURSIVE above AS (
        SELECT id COLLATE "C" AS id FROM unnest($1::text[]) AS t (id)
        UNION
        SELECT v.target FROM above a JOIN ledger.declared_void v ON v.event_id = a.id
      )
      SELECT id FROM above
      """;

  private static final String HASHES =
      "SELECT event_id, hash FROM ledger.event WHERE event_id = ANY ($1)";

  private final LedgerTransaction tx;

  EventAdmission(LedgerTransaction tx) {
    this.tx = tx;
  }

  Admission admit(List<Arrival> arrivals) {
    Map<String, Arrival> candidates = new LinkedHashMap<>();
    arrivals.forEach(arrival -> candidates.putIfAbsent(arrival.eventId(), arrival));
    if (candidates.isEmpty()) {
      return new Admission(List.of(), List.of(), List.of());
    }
    Claims claims = claim(candidates);
    List<Arrival> accepted = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, Buffer> hashes = hashesOf(candidates.keySet(), claims.fresh());
    for (Arrival arrival : arrivals) {
      Arrival first = candidates.get(arrival.eventId());
      boolean fresh = claims.fresh().contains(arrival.eventId());
      if (fresh && first != null && first.origin().equals(arrival.origin())) {
        accepted.add(arrival);
        continue;
      }
      Buffer known =
          fresh && first != null ? ContentHash.of(first.hash()) : hashes.get(arrival.eventId());
      outcomes.add(
          ContentHash.of(arrival.hash()).equals(known)
              ? Outcome.duplicate(arrival)
              : Outcome.conflict(arrival));
    }
    List<Turn> turns = new StandingUpdate(tx).turns(accepted, claims.awaited(), claims.held());
    return new Admission(accepted, turns, outcomes);
  }

  /**
   * Which candidates nobody had claimed.
   *
   * @param awaited those of them for which another event had held the place
   * @param held all whose rows are held now
   */
  private record Claims(Set<String> fresh, Set<String> awaited, Set<String> held) {}

  private Claims claim(Map<String, Arrival> candidates) {
    TreeMap<String, @Nullable Arrival> rows = new TreeMap<>();
    Set<String> named = new HashSet<>();
    for (Arrival arrival : candidates.values()) {
      String other = arrival.named();
      if (other != null) {
        named.add(other);
      }
    }
    above(named).forEach(id -> rows.put(id, null));
    rows.putAll(candidates);
    List<Map.Entry<String, @Nullable Arrival>> columns = List.copyOf(rows.entrySet());
    Set<String> fresh = new HashSet<>();
    Set<String> awaited = new HashSet<>();
    for (Row row :
        tx.rows(
            CLAIM,
            Columns.of(columns, Map.Entry::getKey, String[]::new),
            ofArrival(columns, a -> a.origin().position().stream(), Integer[]::new),
            ofArrival(columns, a -> a.origin().position().offset(), Long[]::new),
            ofArrival(columns, a -> a.event().type().name(), String[]::new),
            ofArrival(columns, a -> a.event().operator().value(), String[]::new),
            ofArrival(columns, a -> ContentHash.of(a.hash()), Buffer[]::new),
            ofArrival(
                columns, a -> a.event().envelope().eventTime(), java.time.OffsetDateTime[]::new))) {
      String id = row.getString("event_id");
      if (row.getBoolean("claimed")) {
        fresh.add(id);
        if (row.getBoolean("awaited")) {
          awaited.add(id);
        }
      }
    }
    return new Claims(fresh, awaited, rows.keySet());
  }

  /** These, and all that a chain of VOIDs leads from them to. */
  private Set<String> above(Set<String> named) {
    Set<String> above = new HashSet<>();
    if (!named.isEmpty()) {
      tx.rows(ABOVE, (Object) named.toArray(String[]::new))
          .forEach(row -> above.add(row.getString("id")));
    }
    return above;
  }

  private static <C> Object ofArrival(
      List<Map.Entry<String, @Nullable Arrival>> rows,
      java.util.function.Function<Arrival, C> of,
      java.util.function.IntFunction<C[]> array) {
    return Columns.of(
        rows,
        row -> {
          Arrival arrival = row.getValue();
          return arrival == null ? null : of.apply(arrival);
        },
        array);
  }

  private Map<String, Buffer> hashesOf(Set<String> candidates, Set<String> fresh) {
    String[] known = candidates.stream().filter(id -> !fresh.contains(id)).toArray(String[]::new);
    Map<String, Buffer> hashes = new HashMap<>();
    if (known.length > 0) {
      tx.rows(HASHES, (Object) known)
          .forEach(row -> hashes.put(row.getString("event_id"), row.getBuffer("hash")));
    }
    return hashes;
  }
}
