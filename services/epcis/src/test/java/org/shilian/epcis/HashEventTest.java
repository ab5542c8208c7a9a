package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashEventTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsTheHashOfAnEventOnStandardInput() {
    EpcisEvent event = EpcisJson.read(Events.shipping());

    assertThat(run(Events.shipping().toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(EventHash.of(event) + "\n");
  }

  @Test
  void printsTheHashOfEachEventOfADocument(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("document.json");
    Files.writeString(
        file,
        "{\"epcisBody\":{\"eventList\":[" + Events.shipping() + "," + Events.packing() + "]}}");

    assertThat(run("", file.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            EventHash.of(EpcisJson.read(Events.shipping())),
            EventHash.of(EpcisJson.read(Events.packing())));
  }

  @Test
  void printsThePrehashInUtf8() {
    String json = Events.tying().put("shilian:name", "食链").toString();

    assertThat(run(json, "--prehash", "-")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
        .endsWith("{https://ns.shilian.org/}name=食链");
  }

  @Test
  void saysWhatIsWrongWithTheEvent() {
    assertThat(run("{}")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("type: is required\n");
    assertThat(out.size()).isZero();
  }

  @Test
  void saysThatAFileIsNotThere(@TempDir Path folder) {
    assertThat(run("", folder.resolve("none.json").toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be read");
  }

  @Test
  void explainsItself() {
    assertThat(run("", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: hash");
    assertThat(run("", "--what")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage: hash");
  }

  private int run(String in, String... args) {
    return HashEvent.run(
        args,
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
