package org.shilian.ledger.append;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where a ledger's tables are: in {@code ledger}, or, while they are computed anew, beside it. */
final class Schema {
  /** The ledger itself. */
  static final Schema LEDGER = new Schema("ledger");

  /** Where it is computed anew. */
  static final Schema ANEW = new Schema("ledger_anew");

  private final String name;
  private final Map<String, String> statements = new ConcurrentHashMap<>();

  private Schema(String name) {
    this.name = name;
  }

  String schemaName() {
    return name;
  }

  /** The statement, written for {@code ledger}, for this schema. */
  String statement(String sql) {
    return this == LEDGER
        ? sql
        : statements.computeIfAbsent(sql, s -> s.replace("ledger.", name + "."));
  }
}
