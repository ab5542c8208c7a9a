package org.shilian.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

class CheckCodeTest {
  private static final String SERIAL =
      new ItemSerials(Keys.OLD, new Gtin("09521234000013"), new Lot("20261101-1")).serial(7);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;
  private Path keys;

  @BeforeEach
  void writeKeys() throws IOException {
    keys = Files.writeString(directory.resolve("item.keys"), "0 " + Keys.OLD_SECRET + "\n");
  }

  @Test
  void saysOfAGenuineCodeWhichItIs() {
    String code = "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1/21/" + SERIAL;

    assertThat(run(keys.toString(), code)).isZero();
    assertThat(text(out).lines())
        .containsExactly(
            "verdict: genuine",
            "gtin: 09521234000013",
            "lot: 20261101-1",
            "serial: " + SERIAL,
            "key: 0",
            "counter: 7");
  }

  @Test
  void saysOfAForgedCodeThatItIs() {
    assertThat(run(keys.toString(), "(01)09521234000013(10)OTHER(21)" + SERIAL)).isEqualTo(1);
    assertThat(text(out)).startsWith("verdict: forged").doesNotContain("counter");
  }

  @Test
  void cannotTellWithoutTheLot() {
    assertThat(run(keys.toString(), "/01/09521234000013/21/" + SERIAL)).isEqualTo(1);
    assertThat(text(out)).startsWith("verdict: lot-needed").doesNotContain("lot:", "counter");
  }

  @Test
  void refusesWhatIsNoItemCode() {
    assertThat(run(keys.toString(), "/01/09521234000013/10/20261101-1")).isEqualTo(1);
    assertThat(text(err)).contains("needs a GTIN (01), a lot (10) and a serial (21)");
    assertThat(run(keys.toString(), "duck")).isEqualTo(1);
    assertThat(text(err)).contains("duck");
  }

  @Test
  void saysWhatIsWrongWithItsArguments() throws IOException {
    assertThat(run(keys.toString())).isEqualTo(2);
    assertThat(text(err)).startsWith("usage: check KEYFILE CODE");
    assertThat(run(directory.resolve("none").toString(), "duck")).isEqualTo(2);
    assertThat(text(err)).contains("cannot be read");
    Path empty = Files.writeString(directory.resolve("empty"), "");
    assertThat(run(empty.toString(), "duck")).isEqualTo(2);
    assertThat(text(err)).contains("there is no key");
  }

  private int run(String... args) {
    return CheckCode.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
