package org.shilian.embedded.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Leaves the report that the run is to print. */
final class StandInSimulator {
  /** An environment variable with the exit code; 0 without it. */
  static final String ENDS_WITH = "STAND_IN_SIMULATOR_ENDS_WITH";

  private StandInSimulator() {}

  public static void main(String[] args) throws Exception {
    System.out.println("simulating");
    List<String> arguments = List.of(args);
    Path report = Path.of(arguments.get(arguments.indexOf("--json") + 1));
    Files.writeString(
        report,
        """
        {"chainedBatch":"/01/09521234000012/10/A1","gapBatch":"/01/09521234000012/10/A2","operatorKey":"slk_x","curl":"curl it",
         "rates":[{"name":"chaining rate","rate":0.5,"numerator":1,"denominator":2}]}
        """);
    System.exit(Integer.parseInt(System.getenv().getOrDefault(ENDS_WITH, "0")));
  }
}
