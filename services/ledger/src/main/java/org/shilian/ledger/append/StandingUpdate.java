package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.Standing;
import org.shilian.chain.trade.Voiding;

/**
 * Says which events count, after a batch's VOIDs and after the arrival of what VOIDs had named
 * before. Looks at whole chains of VOIDs, from the event at their end to the last VOID of a VOID.
 * Whoever adds to a chain holds the row of the event at its end, so a chain never changes under the
 * one who looks.
 */
final class StandingUpdate {
  private static final String DECLARE =
      """
      INSERT INTO ledger.declared_void (target, operator, event_id)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
      """;

  /** Relies on declared_void_by_event upwards and declared_void_pkey downwards. */
  private static final String CHAINS =
      """
      WITH RECURSIVE up AS (
        SELECT id COLLATE "C" AS id FROM unnest($1::text[]) AS t (id)
        UNION
        SELECT v.target FROM up JOIN ledger.declared_void v ON v.event_id = up.id
      ), around AS (
        SELECT id FROM up
        UNION
        SELECT v.event_id FROM around a JOIN ledger.declared_void v ON v.target = a.id
      )
      SELECT a.id, a.id IN (SELECT id FROM up) AS above, e.operator, e.voided, e.stream,
             e.log_offset, v.target, v.operator AS declared_by
      FROM around a
      JOIN ledger.event e ON e.event_id = a.id
      LEFT JOIN ledger.declared_void v ON v.event_id = a.id
      """;

  private static final String SET =
      """
      UPDATE ledger.event e SET voided = s.voided
      FROM unnest($1::text[], $2::boolean[]) AS s (event_id, voided)
      WHERE e.event_id = s.event_id
      """;

  private final LedgerTransaction tx;

  StandingUpdate(LedgerTransaction tx) {
    this.tx = tx;
  }

  /** An event in a chain of VOIDs; without an operator and a position while only VOIDs know it. */
  private record Link(String eventId, @Nullable String operator, boolean voided, Row row) {
    Position position() {
      return new Position(row.getInteger("stream"), row.getLong("log_offset"));
    }
  }

  /**
   * The turns that these accepted events lead to: their own, and those of earlier events.
   *
   * @param awaited the accepted events that VOIDs had named before they came
   * @param held the events whose rows this transaction holds
   * @throws ContendedException if a chain does not end in a row that is held
   */
  List<Turn> turns(List<Arrival> accepted, Set<String> awaited, Set<String> held) {
    List<Arrival> declarations =
        accepted.stream().filter(a -> a.event() instanceof Voiding).toList();
    Set<String> touched = new TreeSet<>(awaited);
    declarations.forEach(a -> touched.add(target(a)));
    if (touched.isEmpty()) {
      return accepted.stream().map(a -> turn(a, true)).toList();
    }
    if (!declarations.isEmpty()) {
      tx.run(
          DECLARE,
          Columns.of(declarations, StandingUpdate::target, String[]::new),
          Columns.of(declarations, a -> a.event().operator().value(), String[]::new),
          Columns.of(declarations, Arrival::eventId, String[]::new));
    }
    return turns(accepted, chains(touched, held));
  }

  private record Chains(Map<String, Link> links, List<Standing.Declaration> declarations) {}

  private Chains chains(Set<String> touched, Set<String> held) {
    Map<String, Link> links = new HashMap<>();
    List<Standing.Declaration> declarations = new ArrayList<>();
    for (Row row : tx.rows(CHAINS, (Object) touched.toArray(String[]::new))) {
      String id = row.getString("id");
      if (row.getBoolean("above") && !held.contains(id)) {
        throw new ContendedException("a chain of VOIDs grew");
      }
      links.put(id, new Link(id, row.getString("operator"), row.getBoolean("voided"), row));
      if (row.getString("target") != null) {
        declarations.add(
            new Standing.Declaration(id, row.getString("target"), row.getString("declared_by")));
      }
    }
    return new Chains(links, declarations);
  }

  private List<Turn> turns(List<Arrival> accepted, Chains chains) {
    Set<String> voided =
        Standing.voided(
            chains.declarations(),
            id -> {
              Link link = chains.links().get(id);
              return link == null ? null : link.operator();
            });
    List<Turn> turns = new ArrayList<>(accepted.size());
    Set<String> fresh = new HashSet<>();
    for (Arrival arrival : accepted) {
      fresh.add(arrival.eventId());
      turns.add(turn(arrival, !voided.contains(arrival.eventId())));
    }
    List<Link> changed =
        chains.links().values().stream()
            .filter(link -> link.operator() != null)
            .filter(link -> link.voided() != voided.contains(link.eventId()))
            .sorted(java.util.Comparator.comparing(Link::eventId))
            .toList();
    if (!changed.isEmpty()) {
      tx.run(
          SET,
          Columns.of(changed, Link::eventId, String[]::new),
          Columns.of(changed, link -> !link.voided(), Boolean[]::new));
      turns.addAll(earlier(changed, fresh));
    }
    return turns;
  }

  private List<Turn> earlier(List<Link> changed, Set<String> fresh) {
    List<Link> earlier = changed.stream().filter(l -> !fresh.contains(l.eventId())).toList();
    Map<Position, RecordedEvent> records =
        new EntryLog(tx).read(earlier.stream().map(Link::position).toList());
    List<Turn> turns = new ArrayList<>();
    for (Link link : earlier) {
      RecordedEvent record = records.get(link.position());
      if (record == null) {
        throw new IllegalStateException("event " + link.eventId() + " has no entry");
      }
      turns.add(
          new Turn(
              link.eventId(), link.position(), EventReading.trade(record), false, link.voided()));
    }
    return turns;
  }

  private static Turn turn(Arrival arrival, boolean counts) {
    return new Turn(arrival.eventId(), arrival.origin().position(), arrival.event(), true, counts);
  }

  private static String target(Arrival arrival) {
    return ((Voiding) arrival.event()).voids();
  }
}
