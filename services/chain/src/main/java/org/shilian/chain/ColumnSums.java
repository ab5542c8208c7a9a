package org.shilian.chain;

import java.util.EnumMap;
import java.util.Map;

/** Adds quantities up, column by column. Mutable; for one thread. */
public final class ColumnSums {
  private final Map<Effect.Column, Long> sums = new EnumMap<>(Effect.Column.class);

  /** Adds to a column; millionths of the base unit. */
  public void add(Effect.Column column, long micros) {
    sums.merge(column, micros, Math::addExact);
  }

  /** The sum of a column; 0 if nothing was added. */
  public long of(Effect.Column column) {
    return sums.getOrDefault(column, 0L);
  }
}
