package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The hashes that the authors of the algorithm publish beside their example events (CBV 2.0
 * profile). The events are written anew, often in another order or spelling; the hash must not
 * care.
 */
class PublishedHashesTest {
  record Example(String name, String hash, Namespaces namespaces, JsonNode event) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hashIsThePublishedOne(Example example) {
    EpcisEvent event = EpcisJson.read(example.event(), example.namespaces());

    assertThat(EventHash.of(event)).as(EventHash.prehash(event)).isEqualTo(example.hash());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hashOutlivesWritingAndReading(Example example) {
    EpcisEvent event = EpcisJson.read(example.event(), example.namespaces());

    EpcisEvent again = EpcisJson.read(EpcisJson.write(event));

    assertThat(again).isEqualTo(event);
    assertThat(EventHash.of(again)).isEqualTo(example.hash());
  }

  static List<Example> examples() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PublishedHashesTest.class.getResourceAsStream("published-hashes.ndjson"),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(PublishedHashesTest::example).toList();
    }
  }

  private static Example example(String line) {
    JsonNode json = EpcisJson.tree(line.getBytes(StandardCharsets.UTF_8));
    Map<String, String> prefixes = new HashMap<>();
    json.get("namespaces")
        .properties()
        .forEach(e -> prefixes.put(e.getKey(), e.getValue().asText()));
    return new Example(
        json.get("name").asText(),
        json.get("hash").asText(),
        Namespaces.DEFAULT.with(prefixes),
        json.get("event"));
  }
}
