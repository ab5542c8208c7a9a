package org.shilian.ledger.append;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shilian.chain.DeliveryKey;

/**
 * Counts the receipts of "all lines" by delivery. Every delivery that a batch has to do with is
 * held from here on, so that a shipment and such a receipt never pass each other by.
 */
final class DeliveryUpdate {
  /** Relies on delivery_pkey. A row whose count stays is locked and not written. */
  private static final String COUNT =
      """
      INSERT INTO ledger.delivery AS d (seller, buyer, order_code, all_received)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[])
        AS c (seller, buyer, order_code, all_received)
      ORDER BY seller, buyer, order_code
      ON CONFLICT (seller, buyer, order_code) DO UPDATE
        SET all_received = d.all_received + excluded.all_received
        WHERE excluded.all_received <> 0
      """;

  private final LedgerTransaction tx;

  DeliveryUpdate(LedgerTransaction tx) {
    this.tx = tx;
  }

  /** Counts, and returns the deliveries of which the count changed. */
  Set<DeliveryKey> count(List<Turn> turns) {
    TreeMap<DeliveryKey, Integer> deltas = new TreeMap<>();
    for (Turn turn : turns) {
      int delta = DeliveryKey.receivesAll(turn.event()) ? turn.sign() : 0;
      DeliveryKey.of(turn.event()).ifPresent(key -> deltas.merge(key, delta, Integer::sum));
    }
    if (deltas.isEmpty()) {
      return Set.of();
    }
    tx.run(
        COUNT,
        Columns.of(deltas.keySet(), DeliveryKey::seller, String[]::new),
        Columns.of(deltas.keySet(), DeliveryKey::buyer, String[]::new),
        Columns.of(deltas.keySet(), DeliveryKey::order, String[]::new),
        Columns.of(deltas.values(), delta -> delta, Integer[]::new));
    Set<DeliveryKey> changed = new TreeSet<>();
    for (Map.Entry<DeliveryKey, Integer> entry : deltas.entrySet()) {
      if (entry.getValue() != 0) {
        changed.add(entry.getKey());
      }
    }
    return changed;
  }
}
