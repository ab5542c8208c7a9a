package org.shilian.simulator;

import java.io.IOException;
import java.io.PrintStream;

/** Progress on a terminal as one line written over again, elsewhere as a line each ten per cent. */
final class ProgressLine implements Listener {
  private static final int WIDTH = 40;

  private final PrintStream out;
  private final boolean terminal;
  private int shown = -1;
  private boolean open;

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Whether standard output is a terminal. Java's own console would ask whether standard input is
   * one as well, and deploy/run gives its children none.
   */
  static boolean onTerminal() {
    try {
      Process test =
          new ProcessBuilder("/bin/sh", "-c", "test -t 1")
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start();
      return test.waitFor() == 0;
    } catch (IOException noShell) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void says(String what) {
    close();
    out.println(what);
  }

  @Override
  public void progress(long answered, long total) {
    int percent = (int) Math.min(100, answered * 100 / Math.max(1, total));
    if (terminal && percent != shown) {
      int filled = percent * WIDTH / 100;
      out.print(
          "\r["
              + "#".repeat(filled)
              + " ".repeat(WIDTH - filled)
              + "] "
              + percent
              + " %  "
              + answered
              + " events");
      out.flush();
      open = true;
    } else if (!terminal && percent / 10 > shown / 10) {
      out.println(percent + " %  " + answered + " events");
    }
    shown = Math.max(shown, percent);
  }

  /** Ends the line, so that what follows begins on its own. */
  void close() {
    if (open) {
      out.println();
      open = false;
    }
  }
}
