package org.shilian.ledger.trace.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.HopKey;
import org.shilian.ledger.trace.graph.Hop;

/** Reads single hops. */
public final class HopReader {
  // by the key of hop
  private static final String BY_KEY =
      LinkKind.HOPS
          + """
          FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                 k(gtin, lot, seller, buyer, order_code)
          JOIN ledger.hop h USING (gtin, lot, seller, buyer, order_code)
          """;

  // by hop_by_order
  private static final String BY_ORDER =
      LinkKind.HOPS
          + """
          FROM unnest($1::text[], $2::text[], $3::text[]) k(seller, buyer, order_code)
          JOIN ledger.hop h ON (h.seller, h.buyer, h.order_code) = (k.seller, k.buyer, k.order_code)
          WHERE h.order_code <> ''
          """;

  private final Snapshot snapshot;

  public HopReader(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Uni<List<Hop>> byKey(Collection<HopKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return hops(
        snapshot.rows(
            BY_KEY,
            Keys.column(keys, key -> key.lot().gtin().value()),
            Keys.column(keys, key -> key.lot().lot().value()),
            Keys.column(keys, HopKey::seller),
            Keys.column(keys, HopKey::buyer),
            Keys.column(keys, HopKey::order)));
  }

  /** All hops that went in these deliveries. */
  public Uni<List<Hop>> byOrder(Collection<DeliveryKey> deliveries) {
    if (deliveries.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return hops(
        snapshot.rows(
            BY_ORDER,
            Keys.column(deliveries, DeliveryKey::seller),
            Keys.column(deliveries, DeliveryKey::buyer),
            Keys.column(deliveries, DeliveryKey::order)));
  }

  private static Uni<List<Hop>> hops(Uni<RowSet<Row>> rows) {
    return rows.map(
        found -> {
          Keys.Reader keys = new Keys.Reader();
          List<Hop> hops = new ArrayList<>(found.rowCount());
          found.forEach(row -> hops.add(LinkKind.hop(row, keys)));
          return hops;
        });
  }
}
