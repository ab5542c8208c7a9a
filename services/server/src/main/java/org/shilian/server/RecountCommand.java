package org.shilian.server;

import io.quarkus.runtime.QuarkusApplication;
import io.vertx.sqlclient.Pool;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.shilian.chain.ChainingRule;
import org.shilian.ledger.recount.Recount;

/** Prints what a full recomputation of the rates finds. */
final class RecountCommand implements QuarkusApplication {
  private final Pool pool;

  RecountCommand(Pool pool) {
    this.pool = pool;
  }

  @Override
  public int run(String... args) {
    Recount.Result result = new Recount(pool, ChainingRule.CURRENT).run();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Recount.Counters total = result.total();
    out.printf(
        "recounted %d cells by rule %s: %d origin lots, %d chained, %d void%n",
        result.cells(),
        ChainingRule.CURRENT.version(),
        total.lots(),
        total.chained(),
        total.voidLots());
    for (Recount.Cell cell : result.differing()) {
      out.printf(
          "DIFFERS %s %s %s %s: kept %s, counted %s%n",
          cell.maturesOn(),
          cell.region(),
          cell.category(),
          cell.operator(),
          cell.kept(),
          cell.counted());
    }
    boolean agrees = result.differing().isEmpty();
    out.println(
        agrees
            ? "the counters agree with the events"
            : result.differing().size() + " cells do not agree with the events");
    return agrees ? 0 : 1;
  }
}
