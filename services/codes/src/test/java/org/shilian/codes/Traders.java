package org.shilian.codes;

import io.vertx.mutiny.sqlclient.Pool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** More operators beside {@link PublishedLots}, their keys and products, and a client for them. */
public final class Traders {
  /** A producer of its own company prefix, 9521111, in tests that register it. */
  public static final String PRODUCER = "91331122MA2E000018";

  /** A distributor without a prefix. */
  public static final String DISTRIBUTOR = "91331122MA2E00002B";

  /** A shop without a GLN, and one that has registered its own. */
  public static final String SHOP = "91331122MA2E00004H";

  public static final String OWN_GLN_SHOP = "91331122MA2E00005L";
  public static final String OWN_GLN = "9521321000049";
  public static final String AGENCY = "91331122MA2E00007T";

  private static final String SQL =
      """
      INSERT INTO registry.operator (uscc, name, role, region, terminal, gln, registered_at) VALUES
        ('91331122MA2E000018', '好溪麻鸭', 'producer', '331122', false, NULL, now()),
        ('91331122MA2E00002B', '五云批发', 'distributor', '331122', false, NULL, now()),
        ('91331122MA2E00004H', '惠民超市', 'distributor', '331122', true, NULL, now()),
        ('91331122MA2E00005L', '壶镇便利店', 'distributor', '331122', true, '9521321000049', now()),
        ('91331122MA2E00007T', '市场监管局', 'regulator', '331122', false, NULL, now())
        ON CONFLICT DO NOTHING;
      INSERT INTO registry.product (gtin, operator, name, specification, unit, shelf_life_days,
                                    category_edition, category_code, registered_at) VALUES
        ('09521234000044', '91331122MA2E000018', '麻鸭', '1 只', 'H87', 30, '2020', '2401', now()),
        ('00000095012346', '91331122MA2E000018', '鸭舌', '5 克/包, "小"', 'H87', 30, '2020', '2401', now()),
        ('00614141000036', '91331122MA2E000018', '鸭蛋', '6 个', 'H87', 30, '2020', '2401', now()),
        ('19521234000041', '91331122MA2E000018', '麻鸭箱', '10 只', 'H87', 30, '2020', '2401', now())
        ON CONFLICT DO NOTHING;
      INSERT INTO registry.api_key (id, key_hash, role, operator, label, created_at) VALUES
        ('tp', sha256('slk_producer'), 'enterprise', '91331122MA2E000018', 'test', now()),
        ('td', sha256('slk_distributor'), 'enterprise', '91331122MA2E00002B', 'test', now()),
        ('ts', sha256('slk_shop'), 'enterprise', '91331122MA2E00004H', 'test', now()),
        ('to', sha256('slk_own-gln'), 'enterprise', '91331122MA2E00005L', 'test', now())
        ON CONFLICT DO NOTHING;
      """;

  public static final String PRODUCER_KEY = "slk_producer";
  public static final String DISTRIBUTOR_KEY = "slk_distributor";
  public static final String SHOP_KEY = "slk_shop";
  public static final String OWN_GLN_KEY = "slk_own-gln";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  /** Makes sure that they are there. */
  public Traders(Pool pool, URI server) {
    this.server = server;
    var unused = pool.query(SQL).execute().await().atMost(Duration.ofSeconds(10));
  }

  public HttpResponse<String> post(String key, String path, String body) throws Exception {
    return post(key, path, "application/json", body);
  }

  public HttpResponse<String> post(String key, String path, String type, String body)
      throws Exception {
    return client.send(posting(key, path, type, body), BodyHandlers.ofString());
  }

  public CompletableFuture<HttpResponse<String>> postAsync(String key, String path, String body) {
    return client.sendAsync(posting(key, path, "application/json", body), BodyHandlers.ofString());
  }

  private HttpRequest posting(String key, String path, String type, String body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /**
   * The answer as text.
   *
   * @param key null for nobody's
   */
  public HttpResponse<String> get(String key, String path) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).header("Accept", "*/*");
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(String key, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + key)
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** How many pages a PDF says that it has. */
  public int pages(String key, String path) throws Exception {
    String pdf = new String(bytes(key, path).body(), StandardCharsets.ISO_8859_1);
    Matcher count = Pattern.compile("/Type/Pages/Count (\\d+)/").matcher(pdf);
    if (!pdf.startsWith("%PDF-1.7") || !pdf.endsWith("%%EOF\n") || !count.find()) {
      throw new AssertionError("is no whole PDF: " + pdf.substring(0, Math.min(500, pdf.length())));
    }
    return Integer.parseInt(count.group(1));
  }
}
