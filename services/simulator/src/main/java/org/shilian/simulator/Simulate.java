package org.shilian.simulator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shilian.simulator.client.PlatformException;

/** The simulator's command line; see {@code --help}. */
public final class Simulate {
  private static final int AGREES = 0;
  private static final int DIFFERS = 1;
  private static final int MISUSED = 2;
  private static final int FAILED = 3;

  private Simulate() {}

  public static void main(String[] args) {
    // Chinese names in any locale
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int code = run(args, out);
    out.flush();
    System.exit(code);
  }

  static int run(String[] args, PrintStream out) {
    if (List.of(args).contains("--help")) {
      out.print(CommandLine.USAGE);
      return AGREES;
    }
    CommandLine line;
    try {
      line = CommandLine.parse(args);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(CommandLine.USAGE);
      return MISUSED;
    }
    try {
      return run(line, out);
    } catch (PlatformException | IOException e) {
      out.println("The run failed: " + e.getMessage());
      return FAILED;
    }
  }

  private static int run(CommandLine line, PrintStream out) throws IOException {
    ProgressLine progress = new ProgressLine(out, ProgressLine.onTerminal());
    RunResult result =
        new CountyRun(line.settings(), line.quiet() ? Listener.SILENT : progress).run();
    progress.close();
    if (!line.quiet() || !result.differences().isEmpty()) {
      new Report(out).print(result);
    }
    if (line.json() != null) {
      StoryFile.write(line.json(), result);
    }
    return result.differences().isEmpty() ? AGREES : DIFFERS;
  }
}
