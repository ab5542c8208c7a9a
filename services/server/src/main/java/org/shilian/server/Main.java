package org.shilian.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.shilian.problem.RequestTarget;

/**
 * Starts the server; or, with the argument {@code recount}, counts the rates again and says whether
 * the counters agree (0) or not (1); or, with {@code rebuild}, computes the whole state anew from
 * the events and puts right what differs, with {@code --check} only says so (1); or, with {@code
 * export}, writes the signed logs into a directory.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** The process's entry. */
  public static void main(String... args) {
    System.setProperty(RequestTarget.FRAMEWORK_CHECK_OFF, "true");
    switch (args.length == 0 ? "" : args[0]) {
      case "recount" -> beside(RecountCommand.class, args);
      case "rebuild" -> beside(RebuildCommand.class, args);
      case "export" -> beside(ExportCommand.class, args);
      default -> Quarkus.run(args);
    }
  }

  /** Runs a command beside a running server: no port, no consumer, no migration of its own. */
  private static void beside(Class<? extends QuarkusApplication> command, String... args) {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.flyway.migrate-at-start", "false");
    System.setProperty("quarkus.log.level", "WARN");
    System.setProperty("shilian.roles", "codes");
    Quarkus.run(command, args);
  }
}
