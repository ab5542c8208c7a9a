package org.shilian.server;

import io.quarkus.runtime.QuarkusApplication;
import io.vertx.sqlclient.Pool;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shilian.chain.ChainingRule;
import org.shilian.ledger.append.Rebuild;

/**
 * Computes everything that the ledger derives from its entries anew, says what differs, and puts it
 * right unless it was told only to check.
 */
final class RebuildCommand implements QuarkusApplication {
  static final String CHECK = "--check";

  private static final int TELL_EVERY = 100_000;

  private final Pool pool;

  RebuildCommand(Pool pool) {
    this.pool = pool;
  }

  @Override
  public int run(String... args) {
    boolean repair = !List.of(args).contains(CHECK);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Rebuild rebuild =
        new Rebuild(
            pool,
            ChainingRule.CURRENT,
            events -> {
              if (events % TELL_EVERY == 0) {
                out.printf("%,d events%n", events);
              }
            });
    Rebuild.Result result = rebuild.run(repair);
    out.printf(
        "rebuilt from %,d events by rule %s%n", result.events(), ChainingRule.CURRENT.version());
    result.differing().forEach((table, rows) -> out.printf("DIFFERS %s: %,d rows%n", table, rows));
    if (result.differing().isEmpty()) {
      out.println("the ledger's state is what its events say");
      return 0;
    }
    out.println(repair ? "put right" : "left as it is");
    return repair ? 0 : 1;
  }
}
