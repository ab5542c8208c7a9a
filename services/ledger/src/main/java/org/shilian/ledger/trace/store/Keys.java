package org.shilian.ledger.trace.store;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.ledger.trace.graph.HoldingId;

/** Keys as arrays for {@code unnest}, and back from rows. */
public final class Keys {
  private Keys() {}

  /** One text of each, in order. */
  public static <T> String[] column(Collection<T> keys, Function<T, String> text) {
    return keys.stream().map(text).toArray(String[]::new);
  }

  public static String[] gtins(Collection<HoldingId> holdings) {
    return column(holdings, holding -> holding.lot().gtin().value());
  }

  public static String[] lots(Collection<HoldingId> holdings) {
    return column(holdings, holding -> holding.lot().lot().value());
  }

  public static String[] parties(Collection<HoldingId> holdings) {
    return column(holdings, HoldingId::party);
  }

  public static String[] gtinsOfLots(Collection<LotKey> lots) {
    return column(lots, lot -> lot.gtin().value());
  }

  public static String[] lotsOfLots(Collection<LotKey> lots) {
    return column(lots, lot -> lot.lot().value());
  }

  /** Reads lots from rows; rows that follow one another with the same lot share it. */
  public static final class Reader {
    private @Nullable LotKey last;

    public LotKey lot(Row row, String gtinColumn, String lotColumn) {
      String gtin = row.getString(gtinColumn);
      String lot = row.getString(lotColumn);
      LotKey known = last;
      if (known != null && known.gtin().value().equals(gtin) && known.lot().value().equals(lot)) {
        return known;
      }
      LotKey read = new LotKey(new Gtin(gtin), new Lot(lot));
      last = read;
      return read;
    }

    public LotKey lot(Row row) {
      return lot(row, "gtin", "lot");
    }
  }
}
