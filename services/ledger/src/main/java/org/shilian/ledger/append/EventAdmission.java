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
import org.shilian.chain.trade.TradeEvent;

/**
 * Decides which events are new and which count. The row of {@code ledger.event} is where an event
 * and a VOID of it meet: whichever transaction comes second waits for the first and then sees it.
 */
final class EventAdmission {
  /**
   * Relies on event_pkey. A row without a stream is a place held for an event that a VOID names.
   */
  private static final String CLAIM =
      """
      INSERT INTO ledger.event AS e (event_id, stream, log_offset, type, operator, hash)
      SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[])
        AS c (event_id, stream, log_offset, type, operator, hash)
      ORDER BY event_id
      ON CONFLICT (event_id) DO UPDATE
        SET stream = excluded.stream, log_offset = excluded.log_offset, type = excluded.type,
            operator = excluded.operator, hash = excluded.hash
        WHERE e.stream IS NULL
      RETURNING e.event_id, new.stream IS NOT NULL AS claimed, old.event_id IS NOT NULL AS awaited
      """;

  private static final String HASHES =
      "SELECT event_id, hash FROM ledger.event WHERE event_id = ANY ($1)";

  private static final String DECLARE_VOID =
      """
      INSERT INTO ledger.declared_void (target, operator, event_id)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
      """;

  /** Relies on declared_void_pkey (target, operator). */
  private static final String APPLY_VOIDS =
      """
      UPDATE ledger.event e SET voided = true
      WHERE e.event_id = ANY ($1) AND NOT e.voided AND e.type <> 'VOID'
        AND EXISTS (SELECT FROM ledger.declared_void v
                    WHERE v.target = e.event_id AND v.operator = e.operator)
      RETURNING e.event_id, e.stream, e.log_offset
      """;

  private static final String BODIES =
      """
      SELECT e.event_id, e.body
      FROM unnest($1::int[], $2::bigint[]) AS p (stream, log_offset)
      JOIN ledger.entry e USING (stream, log_offset)
      """;

  private final LedgerTransaction tx;

  EventAdmission(LedgerTransaction tx) {
    this.tx = tx;
  }

  Admission admit(List<Arrival> arrivals) {
    Map<String, Arrival> candidates = new LinkedHashMap<>();
    arrivals.forEach(arrival -> candidates.putIfAbsent(arrival.eventId(), arrival));
    if (candidates.isEmpty()) {
      return new Admission(List.of(), Set.of(), List.of(), List.of());
    }
    Claims claims = claim(candidates);
    List<Arrival> accepted = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, String> hashes = hashesOf(candidates.keySet(), claims.fresh());
    for (Arrival arrival : arrivals) {
      Arrival first = candidates.get(arrival.eventId());
      boolean fresh = claims.fresh().contains(arrival.eventId());
      if (fresh && first != null && first.origin().equals(arrival.origin())) {
        accepted.add(arrival);
        continue;
      }
      String known = fresh && first != null ? first.hash() : hashes.get(arrival.eventId());
      outcomes.add(
          arrival.hash().equals(known) ? Outcome.duplicate(arrival) : Outcome.conflict(arrival));
    }
    return withVoids(accepted, claims.awaited(), outcomes);
  }

  private record Claims(Set<String> fresh, Set<String> awaited) {}

  private Claims claim(Map<String, Arrival> candidates) {
    TreeMap<String, @Nullable Arrival> rows = new TreeMap<>();
    candidates
        .values()
        .forEach(
            arrival -> {
              if (arrival.event() instanceof TradeEvent.Voiding declaration) {
                rows.putIfAbsent(declaration.voids(), null);
              }
            });
    rows.putAll(candidates);
    int size = rows.size();
    String[] ids = new String[size];
    Integer[] streams = new Integer[size];
    Long[] offsets = new Long[size];
    String[] types = new String[size];
    String[] operators = new String[size];
    String[] hashes = new String[size];
    int i = 0;
    for (Map.Entry<String, @Nullable Arrival> row : rows.entrySet()) {
      ids[i] = row.getKey();
      Arrival arrival = row.getValue();
      if (arrival != null) {
        streams[i] = arrival.origin().position().stream();
        offsets[i] = arrival.origin().position().offset();
        types[i] = arrival.event().type().name();
        operators[i] = arrival.event().operator().value();
        hashes[i] = arrival.hash();
      }
      i++;
    }
    Set<String> fresh = new HashSet<>();
    Set<String> awaited = new HashSet<>();
    for (Row row : tx.rows(CLAIM, ids, streams, offsets, types, operators, hashes)) {
      String id = row.getString("event_id");
      if (row.getBoolean("claimed")) {
        fresh.add(id);
        if (row.getBoolean("awaited")) {
          awaited.add(id);
        }
      }
    }
    return new Claims(fresh, awaited);
  }

  private Map<String, String> hashesOf(Set<String> candidates, Set<String> fresh) {
    String[] known = candidates.stream().filter(id -> !fresh.contains(id)).toArray(String[]::new);
    Map<String, String> hashes = new HashMap<>();
    if (known.length > 0) {
      tx.rows(HASHES, (Object) known)
          .forEach(row -> hashes.put(row.getString("event_id"), row.getString("hash")));
    }
    return hashes;
  }

  private Admission withVoids(List<Arrival> accepted, Set<String> awaited, List<Outcome> outcomes) {
    List<Arrival> declarations =
        accepted.stream().filter(a -> a.event() instanceof TradeEvent.Voiding).toList();
    Set<String> touched = new HashSet<>(awaited);
    declarations.forEach(a -> touched.add(target(a)));
    if (touched.isEmpty()) {
      return new Admission(accepted, Set.of(), List.of(), outcomes);
    }
    if (!declarations.isEmpty()) {
      tx.run(
          DECLARE_VOID,
          declarations.stream().map(EventAdmission::target).toArray(String[]::new),
          declarations.stream().map(a -> a.event().operator().value()).toArray(String[]::new),
          declarations.stream().map(Arrival::eventId).toArray(String[]::new));
    }
    Set<String> acceptedIds = new HashSet<>();
    accepted.forEach(a -> acceptedIds.add(a.eventId()));
    Set<String> voidOnArrival = new HashSet<>();
    List<Position> earlier = new ArrayList<>();
    for (Row row : tx.rows(APPLY_VOIDS, (Object) touched.toArray(String[]::new))) {
      if (acceptedIds.contains(row.getString("event_id"))) {
        voidOnArrival.add(row.getString("event_id"));
      } else {
        earlier.add(new Position(row.getInteger("stream"), row.getLong("log_offset")));
      }
    }
    return new Admission(accepted, voidOnArrival, bodies(earlier), outcomes);
  }

  private List<Admission.VoidedEvent> bodies(List<Position> positions) {
    List<Admission.VoidedEvent> events = new ArrayList<>(positions.size());
    if (!positions.isEmpty()) {
      for (Row row :
          tx.rows(
              BODIES,
              positions.stream().map(Position::stream).toArray(Integer[]::new),
              positions.stream().map(Position::offset).toArray(Long[]::new))) {
        Buffer body = row.getBuffer("body");
        events.add(new Admission.VoidedEvent(row.getString("event_id"), body.getBytes()));
      }
    }
    return events;
  }

  private static String target(Arrival arrival) {
    return ((TradeEvent.Voiding) arrival.event()).voids();
  }
}
