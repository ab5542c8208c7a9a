package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/** Reads keys from rows that have them in columns of these names. */
final class Keys {
  private Keys() {}

  static LotKey lot(Row row) {
    return lot(row.getString("gtin"), row.getString("lot"));
  }

  static LotKey lot(String gtin, String lot) {
    return new LotKey(new Gtin(gtin), new Lot(lot));
  }

  static HoldingKey holding(Row row) {
    return new HoldingKey(lot(row), new Uscc(row.getString("operator")));
  }
}
