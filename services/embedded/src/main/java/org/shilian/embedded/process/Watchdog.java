package org.shilian.embedded.process;

import java.io.IOException;
import java.util.List;

/**
 * A small shell that waits for the starter to let go of a pipe, which the kernel does even when the
 * starter is killed, and then ends the child: the signals in turn, five seconds each, then SIGKILL.
 * It knows the child by start time too, so it can't hit a stranger.
 */
final class Watchdog {
  private static final String SCRIPT =
      """
      pid=$1 ticks=$2; shift 2
      while read -r _; do :; done
      alive() {
        read -r line 2>/dev/null <"/proc/$pid/stat" || return 1
        line=${line##*) }
        case $line in Z*) return 1 ;; esac
        [ "$(echo "$line" | { read -r _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ found _; echo "$found"; })" = "$ticks" ]
      }
      for signal in "$@" KILL; do
        alive || exit 0
        kill -"$signal" "$pid" 2>/dev/null
        n=0
        while [ $n -lt 50 ]; do alive || exit 0; sleep 0.1; n=$((n + 1)); done
      done
      """;

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  static Watchdog over(ProcessIdentity child, List<Signal> signals) throws IOException {
    List<String> command =
        Session.own(
            List.of(
                "/bin/sh",
                "-c",
                SCRIPT,
                "watchdog",
                Long.toString(child.pid()),
                child.startTicks()));
    signals.forEach(signal -> command.add(signal.name()));
    return new Watchdog(
        new ProcessBuilder(command)
            .directory(new java.io.File("/"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Ends the watch, once the child has ended. */
  void dismiss() {
    shell.destroyForcibly();
  }
}
