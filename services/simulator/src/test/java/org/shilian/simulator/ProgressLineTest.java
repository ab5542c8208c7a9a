package org.shilian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private ProgressLine progress(boolean terminal) {
    return new ProgressLine(new PrintStream(printed, true, StandardCharsets.UTF_8), terminal);
  }

  @Test
  void writesOneLineOverAgainOnATerminal() {
    ProgressLine progress = progress(true);
    progress.progress(25, 100);
    progress.progress(50, 100);
    progress.says("done");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\r[##########                              ] 25 %  25 events"
                + "\r[####################                    ] 50 %  50 events\ndone\n");
  }

  @Test
  void writesALineEachTenPerCentElsewhere() {
    ProgressLine progress = progress(false);
    for (int answered = 0; answered <= 100; answered++) {
      progress.progress(answered, 100);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .hasSize(10)
        .startsWith("10 %  10 events", "20 %  20 events")
        .endsWith("100 %  100 events");
  }

  @Test
  void knowsATerminalThoughThereIsNoInput() throws Exception {
    assumeThat(Files.isExecutable(SCRIPT)).as("util-linux' script makes a terminal").isTrue();
    String probe =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            // a shell's variable else
            "'" + Probe.class.getName() + "'");

    assertThat(said(SCRIPT.toString(), "-qec", probe + " </dev/null", "/dev/null"))
        .isEqualTo("terminal: true");
    assertThat(said("/bin/sh", "-c", probe + " </dev/null")).isEqualTo("terminal: false");
  }

  private static String said(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /** Says whether its standard output is a terminal. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] args) {
      System.out.println("terminal: " + ProgressLine.onTerminal());
    }
  }
}
