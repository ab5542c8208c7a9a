package org.shilian.embedded.process;

import java.io.IOException;
import java.time.Duration;

/** What a process is told: to end, from the politest to the last, or to stand still a while. */
public enum Signal {
  /** A clean stop, for most. */
  TERM,
  /** A clean stop that does not wait for clients, for PostgreSQL. */
  INT,
  /** A stop at once, for PostgreSQL, which recovers at its next start. */
  QUIT,
  /** Stands still, with everything it has open, until CONT. */
  STOP,
  /** Goes on after STOP. */
  CONT,
  /** The end, with nothing written. */
  KILL;

  private static final Duration SENDING = Duration.ofSeconds(5);

  /** Sends this signal; nothing happens when the process has gone. */
  void send(long pid) {
    try {
      // The shell's own kill: the program of that name is not on every machine.
      Process kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + pid)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!Deadline.in(SENDING).awaitInSpiteOfInterrupts(() -> !kill.isAlive())) {
        kill.destroyForcibly();
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot send " + this + " to process " + pid, e);
    }
  }

  /** Sends this signal and waits for the process to end; true when it has. */
  boolean end(ProcessIdentity process, Duration patience) {
    send(process.pid());
    return Deadline.in(patience).awaitInSpiteOfInterrupts(() -> !process.isAlive());
  }
}
