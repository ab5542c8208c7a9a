package org.shilian.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts the server; or, with the argument {@code recount}, counts the rates again, says whether
 * the counters agree, and ends with 0 if they do and 1 if they don't.
 */
@QuarkusMain
public final class Main {
  private static final String RECOUNT = "recount";

  private Main() {}

  /** The process's entry. */
  public static void main(String... args) {
    if (args.length == 1 && args[0].equals(RECOUNT)) {
      // beside a running server: no port, no consumer, no migration of its own
      System.setProperty("quarkus.http.host-enabled", "false");
      System.setProperty("quarkus.flyway.migrate-at-start", "false");
      System.setProperty("quarkus.log.level", "WARN");
      System.setProperty("shilian.roles", "codes");
      Quarkus.run(RecountCommand.class, args);
    } else {
      Quarkus.run(args);
    }
  }
}
