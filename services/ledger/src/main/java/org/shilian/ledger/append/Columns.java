package org.shilian.ledger.append;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.trade.LotKey;

/**
 * Sets of rows as array parameters, one a column. Each is an Object, because it is one parameter
 * and not many.
 */
final class Columns {
  private Columns() {}

  /** One column of a set. */
  static <T, C> Object of(
      Collection<T> rows,
      Function<? super T, ? extends @Nullable C> of,
      IntFunction<@Nullable C[]> array) {
    // a stream takes several times as long, and a batch has some hundred columns
    @Nullable C[] column = array.apply(rows.size());
    int i = 0;
    for (T row : rows) {
      column[i++] = of.apply(row);
    }
    return column;
  }

  /** The streams of the places of rows; {@link #offsets} are the other half. */
  static <T> Object streams(Collection<T> rows, Function<? super T, Position> place) {
    return of(rows, row -> place.apply(row).stream(), Integer[]::new);
  }

  static <T> Object offsets(Collection<T> rows, Function<? super T, Position> place) {
    return of(rows, row -> place.apply(row).offset(), Long[]::new);
  }

  static Object gtins(Collection<LotKey> lots) {
    return of(lots, lot -> lot.gtin().value(), String[]::new);
  }

  static Object lotNumbers(Collection<LotKey> lots) {
    return of(lots, lot -> lot.lot().value(), String[]::new);
  }

  /** GTINs, lot numbers and operators of holdings: three parameters. */
  static Object[] holdings(Collection<HoldingKey> holdings) {
    return new Object[] {
      of(holdings, h -> h.lot().gtin().value(), String[]::new),
      of(holdings, h -> h.lot().lot().value(), String[]::new),
      of(holdings, h -> h.operator().value(), String[]::new)
    };
  }
}
