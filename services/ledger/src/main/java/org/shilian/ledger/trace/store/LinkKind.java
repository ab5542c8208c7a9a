package org.shilian.ledger.trace.store;

import io.vertx.mutiny.sqlclient.Row;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.MadeInto;

/** The two kinds of links, and how each is read. */
enum LinkKind {
  HOP {
    @Override
    String byHolding(Direction direction) {
      return direction == Direction.FORWARD
          // by the key (gtin, lot, seller, ...)
          ? HOPS
              + FROM_HOLDINGS
              + "JOIN ledger.hop h ON (h.gtin, h.lot, h.seller) = (f.gtin, f.lot, f.party)"
          // by hop_by_buyer
          : HOPS
              + FROM_HOLDINGS
              + "JOIN ledger.hop h ON (h.buyer, h.gtin, h.lot) = (f.party, f.gtin, f.lot)";
    }

    @Override
    String byLot(Direction direction) {
      // by the key (gtin, lot, ...)
      return HOPS + FROM_LOTS + "JOIN ledger.hop h ON (h.gtin, h.lot) = (f.gtin, f.lot)";
    }

    @Override
    Link read(Row row, Keys.Reader keys) {
      return hop(row, keys);
    }
  },

  MADE_INTO {
    @Override
    String byHolding(Direction direction) {
      return direction == Direction.FORWARD
          // by the key (in_gtin, in_lot, operator, ...)
          ? MAKINGS
              + FROM_HOLDINGS
              + "JOIN ledger.lineage m ON (m.in_gtin, m.in_lot, m.operator) = (f.gtin, f.lot, f.party)"
              + " WHERE m.live > 0"
          // by lineage_by_output
          : MAKINGS
              + FROM_HOLDINGS
              + "JOIN ledger.lineage m ON (m.out_gtin, m.out_lot, m.operator) = (f.gtin, f.lot, f.party)"
              + " WHERE m.live > 0";
    }

    @Override
    String byLot(Direction direction) {
      return direction == Direction.FORWARD
          ? MAKINGS
              + FROM_LOTS
              + "JOIN ledger.lineage m ON (m.in_gtin, m.in_lot) = (f.gtin, f.lot) WHERE m.live > 0"
          : MAKINGS
              + FROM_LOTS
              + "JOIN ledger.lineage m ON (m.out_gtin, m.out_lot) = (f.gtin, f.lot)"
              + " WHERE m.live > 0";
    }

    @Override
    Link read(Row row, Keys.Reader keys) {
      String operator = row.getString("operator");
      return new MadeInto(
          new HoldingId(keys.lot(row, "in_gtin", "in_lot"), operator),
          new HoldingId(keys.lot(row, "out_gtin", "out_lot"), operator));
    }
  };

  static final String HOPS =
      """
      SELECT h.gtin, h.lot, h.seller, h.buyer, h.order_code, h.shipped,
             ledger.effective(h.shipped, h.received, h.all_received) AS received,
             h.received = 0 AND h.all_received > 0 AS whole_order, h.matched
      """;

  private static final String MAKINGS =
      "SELECT m.in_gtin, m.in_lot, m.out_gtin, m.out_lot, m.operator\n";

  private static final String FROM_HOLDINGS =
      "FROM unnest($1::text[], $2::text[], $3::text[]) f(gtin, lot, party)\n";

  private static final String FROM_LOTS = "FROM unnest($1::text[], $2::text[]) f(gtin, lot)\n";

  /** Statement for the links of holdings in a direction. */
  abstract String byHolding(Direction direction);

  /** Statement for the links in a direction of all holdings of lots. */
  abstract String byLot(Direction direction);

  abstract Link read(Row row, Keys.Reader keys);

  static Hop hop(Row row, Keys.Reader keys) {
    var lot = keys.lot(row);
    return new Hop(
        new HoldingId(lot, row.getString("seller")),
        new HoldingId(lot, row.getString("buyer")),
        row.getString("order_code"),
        row.getLong("shipped"),
        row.getLong("received"),
        row.getBoolean("whole_order"),
        row.getBoolean("matched"));
  }
}
