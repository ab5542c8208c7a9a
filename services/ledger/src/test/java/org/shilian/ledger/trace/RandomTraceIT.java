package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.append.Blocking;
import org.shilian.ledger.trace.graph.HoldingId;

/**
 * Whatever happens to a lot, its trace has all of its holdings and hops as the ledger publishes
 * them, and a lot that is not chained has a reason for it.
 */
@QuarkusTest
@QuarkusTestResource(TraceDatabase.class)
class RandomTraceIT {
  private static final SmallCounty COUNTY = new SmallCounty();
  private static final int HISTORIES = 40;

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  /** The other tests of this process ask about the stories. */
  @AfterEach
  void tellTheStoriesAgain() {
    clear();
    TraceDatabase.append(pool, Stories.all());
  }

  @Test
  void tellsOfEveryLotAllThatTheLedgerKnows() {
    register();
    int unchained = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      clear();
      TraceDatabase.append(pool, RandomHistory.of(COUNTY, seed, 120));
      for (Row lot : rows("SELECT * FROM published.lot ORDER BY gtin, lot")) {
        unchained += check(lot, "seed " + seed);
      }
    }
    assertThat(unchained).as("enough to say something").isGreaterThan(HISTORIES);
  }

  /** Returns 1 for a lot that needs a reason, and has one. */
  private int check(Row row, String seed) {
    Door door = new Door(server, TraceDatabase.REGULATOR);
    LotKey lot = Town.lot(row.getString("gtin"), row.getString("lot"));
    Set<String> holdings = holdings(lot);
    if (holdings.isEmpty()) {
      return 0;
    }
    String where = seed + " " + lot.gtin() + " " + lot.lot();
    JsonNode forward = door.forward(Door.of(lot) + "&depth=100");
    JsonNode back = door.back(Door.of(lot) + "&depth=100");
    assertThat(told(forward, lot)).as("forward, %s", where).containsAll(holdings);
    assertThat(told(back, lot)).as("back, %s", where).containsAll(holdings);
    Set<String> hops = hops(lot);
    assertThat(toldHops(forward, lot)).as("forward, %s", where).isEqualTo(hops);
    assertThat(toldHops(back, lot)).as("back, %s", where).isEqualTo(hops);
    assertThat(toldFlags(forward, lot)).as(where).isEqualTo(flags(lot));
    return checkGaps(door.gaps(lot, ""), row, lot, where);
  }

  private int checkGaps(JsonNode gaps, Row row, LotKey lot, String where) {
    assertThat(gaps.path("chained").asBoolean()).as(where).isEqualTo(row.getBoolean("chained"));
    boolean needsReason =
        row.getString("state").equals("origin") && !row.getBoolean("chained") && !eatenIn(lot);
    if (needsReason) {
      assertThat(gaps.path("total").asInt()).as("a reason, %s", where).isPositive();
    }
    return needsReason ? 1 : 0;
  }

  /** Whether a terminal operator made it and used it itself: a consumer has it, without a sale. */
  private boolean eatenIn(LotKey lot) {
    return !rowsOf(
            "SELECT FROM published.holding WHERE gtin = $1 AND lot = $2 AND terminal AND made > 0"
                + " AND used > 0",
            lot)
        .isEmpty();
  }

  private Set<String> holdings(LotKey lot) {
    Set<String> holdings = new TreeSet<>();
    for (Row row : rowsOf("SELECT * FROM published.holding WHERE gtin = $1 AND lot = $2", lot)) {
      holdings.add(
          row.getString("operator")
              + " made "
              + kg(row, "made")
              + " received "
              + kg(row, "received")
              + " stock "
              + kg(row, "stock"));
    }
    return holdings;
  }

  private static Set<String> told(JsonNode trace, LotKey lot) {
    Set<String> holdings = new TreeSet<>();
    for (JsonNode node : trace.path("nodes")) {
      if (isOf(node, lot)) {
        holdings.add(
            node.path("operator").asText()
                + " made "
                + node.path("made").decimalValue().toPlainString()
                + " received "
                + node.path("received").decimalValue().toPlainString()
                + " stock "
                + node.path("stock").decimalValue().toPlainString());
      }
    }
    return holdings;
  }

  /** Those of which anything counts; the others are told only where one of their ends is. */
  private Set<String> hops(LotKey lot) {
    Set<String> hops = new TreeSet<>();
    String live =
        "SELECT * FROM published.hop WHERE gtin = $1 AND lot = $2 AND gap IS DISTINCT FROM 'void'";
    for (Row row : rowsOf(live, lot)) {
      hops.add(
          hop(
              row.getString("seller"),
              row.getString("buyer"),
              row.getString("order_code"),
              kg(row, "shipped"),
              kg(row, "received"),
              row.getString("gap"),
              instant(row, "shipped_at"),
              instant(row, "received_at")));
    }
    return hops;
  }

  private static Set<String> toldHops(JsonNode trace, LotKey lot) {
    String prefix = lot.gtin() + "/" + lot.lot() + "/";
    Set<String> hops = new TreeSet<>();
    for (JsonNode link : trace.path("links")) {
      if (link.path("kind").asText().equals("hop")
          && link.path("from").asText().startsWith(prefix)
          && !link.path("gap").asText().equals("void")) {
        hops.add(
            hop(
                party(link.path("from").asText()),
                party(link.path("to").asText()),
                link.path("orderCode").asText(),
                link.path("shipped").decimalValue().toPlainString(),
                link.path("received").decimalValue().toPlainString(),
                link.has("gap") ? link.path("gap").asText() : null,
                instant(link, "shippedAt"),
                instant(link, "receivedAt")));
      }
    }
    return hops;
  }

  private static String hop(
      String seller,
      String buyer,
      String order,
      String shipped,
      String received,
      @Nullable String gap,
      @Nullable Instant shippedAt,
      @Nullable Instant receivedAt) {
    return String.join(
        " ",
        seller,
        buyer,
        order,
        shipped,
        received,
        String.valueOf(gap),
        String.valueOf(shippedAt),
        String.valueOf(receivedAt));
  }

  private Set<String> flags(LotKey lot) {
    Set<String> flags = new TreeSet<>();
    for (Row row : rowsOf("SELECT * FROM published.flag WHERE gtin = $1 AND lot = $2", lot)) {
      flags.add(row.getString("event_id") + " " + row.getString("kind"));
    }
    return flags;
  }

  private static Set<String> toldFlags(JsonNode trace, LotKey lot) {
    Set<String> flags = new TreeSet<>();
    for (JsonNode flag : trace.path("flags")) {
      if (isOf(flag, lot)) {
        flags.add(flag.path("eventID").asText() + " " + flag.path("kind").asText());
      }
    }
    return flags;
  }

  private static boolean isOf(JsonNode node, LotKey lot) {
    return node.path("gtin").asText().equals(lot.gtin().value())
        && node.path("lot").asText().equals(lot.lot().value());
  }

  private static String party(String id) {
    return HoldingId.parse(id).party();
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable Instant instant(JsonNode link, String field) {
    return link.has(field) ? Instant.parse(link.path(field).asText()) : null;
  }

  private static String kg(Row row, String column) {
    BigDecimal kg = BigDecimal.valueOf(row.getLong(column)).movePointLeft(6).stripTrailingZeros();
    return (kg.scale() < 0 ? kg.setScale(0) : kg).toPlainString();
  }

  private void register() {
    COUNTY
        .operators()
        .forEach(
            operator ->
                run(
                    """
                    INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at)
                    VALUES ($1, $1, $2, $3, $4, now())
                    """,
                    operator.value(),
                    COUNTY.role(operator),
                    COUNTY.region(operator),
                    COUNTY.terminal(operator)));
    COUNTY
        .products()
        .forEach(
            gtin ->
                run(
                    """
                    INSERT INTO registry.product (gtin, operator, name, specification, unit,
                      shelf_life_days, category_edition, category_code, registered_at)
                    VALUES ($1, $2, $1, '1 kg', 'KGM', 30, '2020', $3, now())
                    """,
                    gtin.value(),
                    COUNTY.makers().get(0).value(),
                    COUNTY.category(gtin)));
  }

  private void clear() {
    run(
        """
        DO $$ DECLARE t text; BEGIN
          FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'ledger' LOOP
            EXECUTE 'TRUNCATE ledger.' || t || ' CASCADE';
          END LOOP;
        END $$
        """);
  }

  private void run(String sql, Object... parameters) {
    var unused = rows(sql, parameters);
  }

  private List<Row> rowsOf(String sql, LotKey lot) {
    return rows(sql, lot.gtin().value(), lot.lot().value());
  }

  private List<Row> rows(String sql, Object... parameters) {
    List<Row> rows = new ArrayList<>();
    Blocking.await(pool.preparedQuery(sql).execute(Tuple.wrap(parameters))).forEach(rows::add);
    return rows;
  }
}
