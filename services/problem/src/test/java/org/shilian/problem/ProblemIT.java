package org.shilian.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemIT {
  private static final int LIMIT = 64 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI server;

  @ParameterizedTest
  @CsvSource({
    "GET,    /nowhere,                  404, not-found",
    "POST,   /nowhere,                  404, not-found",
    "GET,    /q/nowhere,                404, not-found",
    "GET,    /endpoints/things/1,       405, method-not-allowed",
    "PATCH,  /endpoints/boom,           405, method-not-allowed",
    "GET,    /endpoints/invalid,        422, invalid-input",
    "GET,    /endpoints/busy,           429, too-many-requests",
    "GET,    /endpoints/unknown-caller, 401, unauthenticated",
    "GET,    /endpoints/forbidden,      403, forbidden",
    "GET,    /endpoints/boom,           500, internal",
    "GET,    /endpoints/later,          500, internal",
    "GET,    /endpoints/away,           503, unavailable",
    "GET,    /endpoints/database/gone,  503, unavailable",
    "GET,    /endpoints/database/57P03, 503, unavailable",
    "GET,    /endpoints/database/53100, 503, unavailable",
    "GET,    /endpoints/database/25P03, 503, unavailable",
    "GET,    /endpoints/database/42P01, 500, internal",
  })
  void answersEveryFailureAsAProblem(String method, String path, int status, String type)
      throws Exception {
    Answer answer = send(HttpClient.Version.HTTP_1_1, request(path).method(method, none()));

    answer.isProblem(status, type);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /epcis/v2/nowhere,    404, NoSuchResourceException",
    "DELETE, /epcis/v2/boom,       405, ImplementationException",
    "GET,    /epcis/v2/invalid,    400, ValidationException",
    "GET,    /epcis/v2/forbidden,  403, SecurityException",
    "GET,    /epcis/v2/boom,       500, ImplementationException",
    "GET,    /epcis/v2,            404, NoSuchResourceException",
  })
  void speaksTheWordsOfEpcisBelowItsPath(String method, String path, int status, String type)
      throws Exception {
    Answer answer = send(HttpClient.Version.HTTP_1_1, request(path).method(method, none()));

    answer.isProblem(status, "epcisException:", type);
  }

  @Test
  void saysWhatItDoesNotReadOfAnEpcisDocument() throws Exception {
    send(
            HttpClient.Version.HTTP_1_1,
            request("/epcis/v2/things")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>")))
        .isProblem(415, "epcisException:", "UnsupportedMediaTypeException");
    Answer answer =
        sendWhole(
            HttpClient.Version.HTTP_1_1,
            json("/epcis/v2/things", BodyPublishers.ofByteArray(new byte[LIMIT + 1])));

    answer.isProblem(413, "epcisException:", "CaptureLimitExceededException");
  }

  @Test
  void namesThePathAsTheInstance() throws Exception {
    Answer answer = get("/endpoints/invalid?from=x");

    assertThat(answer.body().path("instance").asText()).isEqualTo("/endpoints/invalid");
    assertThat(answer.body().path("violations").path(0).path("field").asText()).isEqualTo("from");
  }

  @Test
  void keepsTheCauseOfAnIncidentToTheLog() throws Exception {
    Answer answer = get("/endpoints/boom");

    assertThat(answer.body().path("instance").asText())
        .matches("urn:shilian:incident:[0-9a-f]{16}");
    assertThat(answer.response().body()).doesNotContain("secret", "IllegalState");
  }

  @Test
  void saysWhenToTryAgain() throws Exception {
    assertThat(get("/endpoints/busy").header("Retry-After")).isEqualTo("7");
    assertThat(get("/endpoints/away").header("Retry-After")).isEqualTo("5");
  }

  @Test
  void challengesAnUnknownCaller() throws Exception {
    assertThat(get("/endpoints/unknown-caller").header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"shilian\"");
  }

  @Test
  void saysWhichMethodsAPathAllows() throws Exception {
    assertThat(get("/endpoints/things/1").header("Allow")).isEqualTo("DELETE, OPTIONS, POST");
    Answer boom = send(HttpClient.Version.HTTP_1_1, request("/endpoints/boom").DELETE());
    assertThat(boom.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void refusesMediaTypesItDoesNotSpeak() throws Exception {
    send(
            HttpClient.Version.HTTP_1_1,
            request("/endpoints/things/1")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>")))
        .isProblem(415, "unsupported-media-type");
    send(HttpClient.Version.HTTP_1_1, request("/endpoints/boom").header("Accept", "image/png"))
        .isProblem(406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "{'a':1}", "{} {}", "{\"a\":1,\"a\":2}"})
  void refusesMalformedJson(String body) throws Exception {
    Answer answer =
        send(
            HttpClient.Version.HTTP_1_1,
            json("/endpoints/things/1", BodyPublishers.ofString(body)));

    answer.isProblem(400, "malformed-json");
    assertThat(answer.body().path("detail").asText()).contains("at line 1, column ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000007b7fffffff", "ff", "7b2261223a2280227d"})
  void refusesJsonThatIsNotText(String bytes) throws Exception {
    byte[] body = HexFormat.of().parseHex(bytes);

    send(HttpClient.Version.HTTP_1_1, json("/endpoints/things/1", BodyPublishers.ofByteArray(body)))
        .isProblem(400, "malformed-json");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void refusesABodyWhoseLengthIsBeyondTheLimit(HttpClient.Version version) throws Exception {
    sendWhole(version, json("/endpoints/bytes", BodyPublishers.ofByteArray(new byte[LIMIT + 1])))
        .isProblem(413, "too-large");
  }

  /**
   * Sends again where the connection was reset before the answer could be read: the server closes
   * it while the body is still on its way (RFC 9112, 9.6).
   */
  private static Answer sendWhole(HttpClient.Version version, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return send(version, request);
      } catch (IOException e) {
        if (attempt == 10) {
          throw e;
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/endpoints/bytes", "/endpoints/things/1"})
  void refusesAStreamThatGoesBeyondTheLimit(String path) throws Exception {
    Answer answer = send(HttpClient.Version.HTTP_1_1, json(path, streamed(array(LIMIT + 1))));

    answer.isProblem(413, "too-large");
    assertThat(answer.header("Connection")).isEqualTo("close");
  }

  @Test
  void refusesWhatUnpacksToMoreThanTheLimit() throws Exception {
    byte[] packed = gzip(array(20 * LIMIT));
    assertThat(packed).hasSizeLessThan(LIMIT / 10);

    send(
            HttpClient.Version.HTTP_1_1,
            json("/endpoints/things/1", BodyPublishers.ofByteArray(packed))
                .header("Content-Encoding", "gzip"))
        .isProblem(413, "too-large");
  }

  @Test
  void refusesEndlessPackingOfNothing() throws Exception {
    byte[] nothing = gzip(new byte[0]);
    byte[] packed = new byte[nothing.length * (LIMIT / nothing.length + 2)];
    for (int at = 0; at < packed.length; at += nothing.length) {
      System.arraycopy(nothing, 0, packed, at, nothing.length);
    }
    send(
            HttpClient.Version.HTTP_1_1,
            request("/endpoints/stream")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(streamed(packed)))
        .isProblem(413, "too-large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/endpoints/bytes", "/endpoints/things/1"})
  void refusesWhatIsNotTheGzipItClaimsToBe(String path) throws Exception {
    byte[] whole = gzip(array(1000));
    byte[] changed = whole.clone();
    changed[whole.length - 6] ^= 1; // in the checksum
    for (byte[] body :
        new byte[][] {
          "plain".getBytes(StandardCharsets.US_ASCII),
          Arrays.copyOf(whole, whole.length / 2),
          Arrays.copyOf(whole, whole.length - 1),
          changed
        }) {
      Answer answer =
          send(
              HttpClient.Version.HTTP_1_1,
              json(path, BodyPublishers.ofByteArray(body)).header("Content-Encoding", "gzip"));

      answer.isProblem(400, "bad-request");
      assertThat(answer.body().path("detail").asText()).contains("is not the gzip");
    }
  }

  @Test
  void unpacksGzip() throws Exception {
    for (String coding : new String[] {"gzip", "GZIP", "x-gzip"}) {
      Answer answer =
          send(
              HttpClient.Version.HTTP_1_1,
              json("/endpoints/bytes", BodyPublishers.ofByteArray(gzip(array(1000))))
                  .header("Content-Encoding", coding));

      assertThat(answer.body().path("length").asInt()).as(coding).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "gzip, gzip", "snappy"})
  void saysWhichContentCodingIsRead(String coding) throws Exception {
    Answer answer =
        send(
            HttpClient.Version.HTTP_1_1,
            json("/endpoints/bytes", BodyPublishers.ofString("[]"))
                .header("Content-Encoding", coding));

    answer.isProblem(415, "unsupported-media-type");
    assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/endpoints/bytes", "/endpoints/things/1", "/endpoints/stream"})
  void refusesABodyWithoutAContentType(String path) throws Exception {
    send(HttpClient.Version.HTTP_1_1, request(path).POST(BodyPublishers.ofString("[]")))
        .isProblem(415, "unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({
    "/%zz,             /%25zz",
    "/endpoints/a|b,   /endpoints/a%7Cb",
    "/nowhere?x=%,     /nowhere",
    "/nowhere?x={y},   /nowhere"
  })
  void refusesATargetThatIsNoUri(String target, String instance) throws Exception {
    String answer = sendRaw("GET " + target + " HTTP/1.1\nHost: x\nConnection: close\n\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(problem.path("type").asText()).isEqualTo("urn:shilian:problem:bad-request");
    assertThat(problem.path("instance").asText()).isEqualTo(instance);
    assertThat(problem.at("/violations/0/value").asText()).isEqualTo(target);
  }

  @Test
  void blamesTheClientForAMissingHost() throws Exception {
    assertThat(sendRaw("GET /nowhere HTTP/1.1\nConnection: close\n\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("urn:shilian:problem:bad-request");
  }

  @Test
  void refusesALongStreamThatAnEndpointReadsItself() throws Exception {
    send(
            HttpClient.Version.HTTP_1_1,
            request("/endpoints/stream")
                .header("Content-Type", "application/x-ndjson")
                .POST(streamed(new byte[4 * LIMIT])))
        .isProblem(413, "too-large");
  }

  @Test
  void takesABodyOfExactlyTheLimit() throws Exception {
    for (BodyPublisher body :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(array(LIMIT)), streamed(array(LIMIT)),
        }) {
      Answer answer = send(HttpClient.Version.HTTP_1_1, json("/endpoints/bytes", body));

      assertThat(answer.response().statusCode()).isEqualTo(200);
      assertThat(answer.body().path("length").asInt()).isEqualTo(LIMIT);
    }
  }

  @Test
  void answersBeforeAnEndlessBodyHasCome() throws Exception {
    String answer =
        sendRaw(
            """
            POST /endpoints/bytes HTTP/1.1
            Host: x
            Content-Type: application/json
            Content-Length: 99999999999

            """);

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:shilian:problem:too-large");
  }

  /** What comes until the server ends the connection. */
  private String sendRaw(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Answer(HttpResponse<String> response, JsonNode body) {
    void isProblem(int status, String type) {
      isProblem(status, "urn:shilian:problem:", type);
    }

    void isProblem(int status, String words, String type) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      assertThat(header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(body.path("type").asText()).isEqualTo(words + type);
      assertThat(body.path("status").asInt()).isEqualTo(status);
      assertThat(body.path("title").asText()).isNotEmpty();
      assertThat(body.path("detail").asText()).isNotEmpty();
      assertThat(body.path("instance").asText()).isNotEmpty();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path));
  }

  private HttpRequest.Builder json(String path, BodyPublisher body) {
    return request(path).header("Content-Type", "application/json").POST(body);
  }

  private Answer get(String path) throws IOException, InterruptedException {
    return send(HttpClient.Version.HTTP_1_1, request(path));
  }

  private static Answer send(HttpClient.Version version, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    // a client each: the server ends connections here
    HttpClient client = HttpClient.newBuilder().version(version).build();
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response, JSON.readTree(response.body()));
  }

  private static BodyPublisher none() {
    return BodyPublishers.noBody();
  }

  /** Without a Content-Length, so in chunks. */
  private static BodyPublisher streamed(byte[] body) {
    return BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(body));
  }

  private static byte[] array(int length) {
    byte[] json = new byte[length];
    Arrays.fill(json, (byte) ' ');
    json[0] = '[';
    json[length - 1] = ']';
    return json;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
