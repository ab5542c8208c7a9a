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
   * VOID, or what ends a hold or a recall. Answers which are claimed, or null if it is all of
   * these, as it nearly always is; and for which of them another event had held the place.
   */
  private static final String CLAIM =
      """
      WITH claim AS (
        INSERT INTO ledger.event AS e
          (event_id, stream, log_offset, type, operator, hash, event_time)
        SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[],
                             $6::bytea[], $7::timestamptz[])
          AS c (event_id, stream, log_offset, type, operator, hash, event_time)
        ORDER BY event_id
        ON CONFLICT (event_id) DO UPDATE
          SET stream = excluded.stream, log_offset = excluded.log_offset, type = excluded.type,
              operator = excluded.operator, hash = excluded.hash, event_time = excluded.event_time
          WHERE e.stream IS NULL
        RETURNING e.event_id, new.stream IS NOT NULL AS claimed, old.event_id IS NOT NULL AS awaited
      )
      SELECT CASE WHEN count(*) FILTER (WHERE claimed) < $8
                  THEN coalesce(array_agg(event_id) FILTER (WHERE claimed), '{}') END AS fresh,
             array_agg(event_id) FILTER (WHERE claimed AND awaited) AS awaited
      FROM claim
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

  /** Relies on event_pkey. */
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
    for (Arrival arrival : arrivals) {
      Arrival first = candidates.getOrDefault(arrival.eventId(), arrival);
      Buffer known = claims.earlier().get(arrival.eventId());
      if (known == null && first.origin().equals(arrival.origin())) {
        accepted.add(arrival);
        continue;
      }
      outcomes.add(
          ContentHash.of(arrival.hash())
                  .equals(known == null ? ContentHash.of(first.hash()) : known)
              ? Outcome.duplicate(arrival)
              : Outcome.conflict(arrival));
    }
    List<Turn> turns = new StandingUpdate(tx).turns(accepted, claims.awaited(), claims.held());
    return new Admission(accepted, turns, outcomes);
  }

  /**
   * What became of the candidates.
   *
   * @param earlier the content hashes of those that were in the ledger before; the others are new
   * @param awaited the new ones for which another event had held the place
   * @param held all whose rows are held now
   */
  private record Claims(Map<String, Buffer> earlier, Set<String> awaited, Set<String> held) {}

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
    Row claimed =
        tx.rows(
                CLAIM,
                Columns.of(columns, Map.Entry::getKey, String[]::new),
                ofArrival(columns, a -> a.origin().position().stream(), Integer[]::new),
                ofArrival(columns, a -> a.origin().position().offset(), Long[]::new),
                ofArrival(columns, a -> a.event().type().name(), String[]::new),
                ofArrival(columns, a -> a.event().operator().value(), String[]::new),
                ofArrival(columns, a -> ContentHash.of(a.hash()), Buffer[]::new),
                ofArrival(
                    columns,
                    a -> a.event().envelope().eventTime(),
                    java.time.OffsetDateTime[]::new),
                (long) candidates.size())
            .iterator()
            .next();
    String[] fresh = claimed.getArrayOfStrings("fresh");
    String[] awaited = claimed.getArrayOfStrings("awaited");
    return new Claims(
        fresh == null ? Map.of() : hashesWithout(candidates.keySet(), Set.of(fresh)),
        awaited == null ? Set.of() : Set.of(awaited),
        rows.keySet());
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

  /** The content hashes of the candidates that are not fresh. */
  private Map<String, Buffer> hashesWithout(Set<String> candidates, Set<String> fresh) {
    String[] known = candidates.stream().filter(id -> !fresh.contains(id)).toArray(String[]::new);
    Map<String, Buffer> hashes = new HashMap<>();
    for (Row row : tx.rows(HASHES, (Object) known)) {
      hashes.put(row.getString("event_id"), row.getBuffer("hash"));
    }
    return hashes;
  }
}
