package org.shilian.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.symbol.QrSymbol;

@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class BatchCodeIT {

  private static final String DUCK = "/api/v1/codes/batch/09521234000013/";
  private static final String SYMBOL = "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI server;

  @Test
  void describesACode() throws Exception {
    JsonNode code = JSON.readTree(get(DUCK + "20261101-1", "application/json").body());

    assertThat(code)
        .isEqualTo(
            JSON.readTree(
                """
                {"kind":"batch","gtin":"09521234000013","lot":"20261101-1",
                 "digitalLink":"https://id.gs1.org/01/09521234000013/10/20261101-1",
                 "symbolText":"HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1",
                 "elementString":"(01)09521234000013(10)20261101-1",
                 "symbols":{"svg":"/api/v1/codes/batch/09521234000013/20261101-1.svg",
                            "png":"/api/v1/codes/batch/09521234000013/20261101-1.png"}}
                """));
    assertThat(get(code.at("/symbols/svg").asText(), "*/*").body())
        .isEqualTo(QrSymbol.of(SYMBOL).toSvg().getBytes(UTF_8));
    assertThat(get(code.at("/symbols/png").asText(), "*/*").body())
        .isEqualTo(QrSymbol.of(SYMBOL).toPng(8));
  }

  @ParameterizedTest
  @CsvSource({
    "20261101-1, '*/*', application/json",
    "20261101-1, 'image/svg+xml', image/svg+xml",
    "20261101-1, 'image/png', image/png",
    "20261101-1, 'image/png;q=0.5, image/svg+xml', image/svg+xml",
    "20261101-1, 'image/avif, image/*;q=0.8, */*;q=0.1', image/svg+xml",
    "20261101-1.svg, 'application/json', image/svg+xml",
    "20261101-1.png, '*/*', image/png",
    "20261101-1.json, 'image/png', application/json",
    "lower.svg, '*/*', image/svg+xml"
  })
  void answersInTheFormOfSuffixOrAccept(String lot, String accept, String type) throws Exception {
    HttpResponse<byte[]> answer = get(DUCK + lot, accept);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
  }

  @Test
  void refusesFormsThatItDoesNotHave() throws Exception {
    assertThat(get(DUCK + "20261101-1", "text/html").statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A%2F1.svg.json", "A%2F1.svg.json?x=1", "A%2f1%2esvg.json"})
  void takesSlashAndSuffixInALotFromTheRawPath(String lot) throws Exception {
    JsonNode code = JSON.readTree(get(DUCK + lot, "*/*").body());

    assertThat(code.path("lot").asText()).isEqualTo("A/1.svg");
    assertThat(code.at("/symbols/svg").asText()).endsWith("/A%2F1.svg.svg");
    assertThat(get(code.at("/symbols/svg").asText(), "*/*").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "09521234000012/20261101-1, 400, 'GTIN 09521234000012: check digit is 2, expected 3'",
    "duck/20261101-1, 400, GTIN duck",
    "09521234000013/ABCDEFGHIJABCDEFGHIJK, 400, ABCDEFGHIJABCDEFGHIJK",
    "09521234000013/%E7%BC%99, 400, LOT",
    "09521234000013/.svg, 400, (empty)",
    "09521234000013/NEVER, 404, batch NEVER of product 09521234000013: nobody has recorded",
    "09521234000013/HEARSAY.png, 404, nobody has recorded making it",
    "09521234000013/lowER, 404, nobody has recorded making it",
    "09521234000020/20261101-1, 404, nobody has recorded making it",
    "09521234000013/VOIDED, 410, voided",
    "09521234000013/VOIDED.svg, 410, voided"
  })
  void refusesInAProblem(String path, int status, String detail) throws Exception {
    HttpResponse<byte[]> answer = get("/api/v1/codes/batch/" + path, "*/*");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(detail);
  }

  @Test
  void sparesAClientWhatItHas() throws Exception {
    HttpResponse<byte[]> first = get(DUCK + "20261101-1.svg", "*/*");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> again = get(DUCK + "20261101-1.svg", "*/*", "If-None-Match", tag);

    assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=300");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("ETag")).contains(tag);
    assertThat(again.body()).isEmpty();
    assertThat(get(DUCK + "20261101-1.svg", "*/*", "If-None-Match", "\"other\"").statusCode())
        .isEqualTo(200);
    assertThat(get(DUCK + "20261101-1.png", "*/*").headers().firstValue("ETag").orElseThrow())
        .isNotEqualTo(tag);
  }

  @Test
  void variesByAcceptOnlyWithoutASuffix() throws Exception {
    assertThat(get(DUCK + "20261101-1", "image/png").headers().firstValue("Vary"))
        .contains("Accept");
    assertThat(get(DUCK + "20261101-1.png", "image/png").headers().firstValue("Vary")).isEmpty();
  }

  private HttpResponse<byte[]> get(String path, String accept, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).header("Accept", accept);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
