package org.shilian.embedded.process;

import java.io.IOException;
import java.time.Duration;

/** The signals that end a process, from the politest to the last. */
public enum Signal {
  /** A clean stop, for most. */
  TERM,
  /** A clean stop that does not wait for clients, for PostgreSQL. */
  INT,
  /** A stop at once, for PostgreSQL, which recovers at its next start. */
  QUIT,
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
