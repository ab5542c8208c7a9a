package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.chain.trade.LotKey;

@QuarkusTest
@QuarkusTestResource(TraceDatabase.class)
class TraceIT {
  private static final LotKey GAP = Town.lot(Town.DUCK, "GAP-1");
  private static final LotKey MANY = Town.lot(Town.RAW, "MANY-1");

  @TestHTTPResource("/")
  URI server;

  private Door door;

  @BeforeEach
  void goAsRegulator() {
    door = new Door(server, TraceDatabase.REGULATOR);
  }

  @Test
  void tracesALunchBackToItsFarm() {
    JsonNode trace = door.back(Door.at(Stories.SMALL, "school"));

    assertThat(Door.holdings(trace))
        .containsExactly(
            "DUCK-1 dealer1",
            "DUCK-1 maker",
            "RAW-1 farm",
            "RAW-1 maker",
            "SMALL-1 dealer1",
            "SMALL-1 school");
    assertThat(Door.ends(trace)).containsExactly("RAW-1 farm origin-reached");
    assertThat(trace.path("nodes").findValuesAsText("depth"))
        .containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(trace.at("/total/links").asInt()).isEqualTo(5);
    assertThat(trace.path("complete").asBoolean()).isTrue();
    assertThat(trace.path("asOf").asText()).isEqualTo("2026-11-23T04:00:00Z");
    assertThat(trace.path("links").findValuesAsText("kind"))
        .containsExactly("hop", "made-into", "hop", "made-into", "hop");
    assertThat(trace.at("/ends/0/text").asText())
        .isEqualTo("farm made this lot on 1 October 2026: the origin is reached.");
    assertThat(trace.at("/ends/0/made").asInt()).isEqualTo(200);
    assertThat(trace.at("/ends/0/making").asText()).isEqualTo("PRODUCE");
  }

  @Test
  void tracesAFarmsLotForwardToEveryTable() {
    JsonNode trace = door.forward(Door.of(Stories.RAW));

    assertThat(Door.holdings(trace))
        .containsExactly(
            "DUCK-1 corner",
            "DUCK-1 dealer1",
            "DUCK-1 maker",
            "DUCK-1 shop",
            "RAW-1 farm",
            "RAW-1 maker",
            "SMALL-1 dealer1",
            "SMALL-1 school");
    assertThat(Door.ends(trace))
        .containsExactly(
            "DUCK-1 corner terminal-reached",
            "DUCK-1 shop consumer-reached",
            "SMALL-1 school consumer-reached");
    JsonNode farm = trace.at("/nodes/0");
    assertThat(farm.path("start").asBoolean()).isTrue();
    assertThat(farm.path("stock").asInt()).isEqualTo(50);
    assertThat(farm.path("name").asText()).isEqualTo("farm");
    assertThat(farm.path("productName").asText()).isEqualTo("raw duck");
    assertThat(farm.path("chained").asBoolean()).isTrue();
    assertThat(trace.at("/nodes/1").has("start")).isFalse();
  }

  @Test
  void saysQuantitiesTimesAndEventsOfLinks() {
    JsonNode trace = door.forward(Door.of(Stories.RAW));

    JsonNode hop = link(trace, "DUCK-1 maker", "DUCK-1 dealer1");
    assertThat(hop.path("orderCode").asText()).isEqualTo("PO-1");
    assertThat(hop.path("shipped").asInt()).isEqualTo(60);
    assertThat(hop.path("received").asInt()).isEqualTo(60);
    assertThat(hop.path("unit").asText()).isEqualTo("KGM");
    assertThat(hop.path("shippedAt").asText()).isEqualTo("2026-10-03T00:06:00Z");
    assertThat(hop.path("receivedAt").asText()).isEqualTo("2026-10-03T00:08:00Z");
    assertThat(hop.path("eventIDs")).hasSize(2);
    assertThat(hop.has("gap")).isFalse();
    JsonNode made = link(trace, "RAW-1 maker", "DUCK-1 maker");
    assertThat(made.path("kind").asText()).isEqualTo("made-into");
    assertThat(made.path("used").asInt()).isEqualTo(140);
    assertThat(made.path("madeAt").asText()).isEqualTo("2026-10-02T00:04:00Z");
    assertThat(made.path("eventIDs")).hasSize(1);
  }

  @Test
  void showsTheEvidenceOfALot() {
    JsonNode evidence = evidence(door.forward(Door.of(Stories.DUCK)), "DUCK-1");

    assertThat(evidence.path("makings").findValuesAsText("type")).containsExactly("PRODUCE");
    assertThat(evidence.path("tests").findValuesAsText("operator"))
        .extracting(Town::name)
        .containsExactly("maker", "dealer2");
    assertThat(evidence.at("/tests/0/reportNo").asText()).isEqualTo("R-1");
    assertThat(evidence.at("/tests/0/result").asText()).isEqualTo("pass");
    assertThat(evidence.at("/inspections/0/sampleNo").asText()).isEqualTo("S-1");
    assertThat(evidence.at("/vouchers/0/vouchers").toString()).isEqualTo("[\"FP-1\",\"FP-2\"]");
    assertThat(evidence.path("measures")).hasSize(1);
    assertThat(evidence.at("/measures/0/kind").asText()).isEqualTo("recalled");
    assertThat(evidence.at("/measures/0/derived").asBoolean()).isTrue();
    JsonNode atLot = evidence.at("/temperatures/0");
    JsonNode atBox = evidence.at("/temperatures/1");
    assertThat(atLot.path("coldest").asText()).isEqualTo("1.5");
    assertThat(atLot.has("box")).isFalse();
    assertThat(atBox.path("box").asText()).isEqualTo(Stories.BOX.value());
    assertThat(atBox.path("readings").asInt()).isEqualTo(3);
    assertThat(atBox.path("warmest").asText()).isEqualTo("6.5");
    assertThat(atBox.path("outside").asInt()).isEqualTo(1);
    assertThat(evidence(door.forward(Door.of(Stories.RAW)), "RAW-1").path("certificates"))
        .hasSize(1);
  }

  @Test
  void showsFlagsAtTheHoldingsOfTheirOperators() {
    JsonNode flags = door.forward(Door.of(Stories.DUCK)).path("flags");

    assertThat(flags.findValuesAsText("kind")).containsExactly("recalled");
    assertThat(Town.name(flags.at("/0/operator").asText())).isEqualTo("shop");
    assertThat(flags.at("/0/eventTime").asText()).startsWith("2026-10-07T");
  }

  @Test
  void namesEveryGapOfALot() {
    JsonNode trace = door.forward(Door.of(GAP));

    assertThat(Door.ends(trace))
        .containsExactly(
            "GAP-1 dealer1 too-much-received",
            "GAP-1 dealer1 way-ends",
            "GAP-1 dealer2 no-receipt",
            "GAP-1 dealer3 way-ends",
            "GAP-1 dealer4 no-shipment",
            "GAP-1 dealer4 way-ends",
            "GAP-1 dealer5 never-received",
            "GAP-1 dealer6 voided",
            "GAP-1 dealer7 voided",
            "GAP-1 dealer7 way-ends",
            "GAP-1 dealer8 voided",
            "GAP-1 dealer9 disposed",
            "GAP-1 licence:JY1 off-chain",
            "GAP-1 shop consumer-reached");
    assertThat(end(trace, "dealer6", "voided").path("side").asText()).isEqualTo("receipt");
    assertThat(end(trace, "dealer7", "voided").path("side").asText()).isEqualTo("shipment");
    assertThat(end(trace, "dealer8", "voided").path("side").asText()).isEqualTo("both");
    assertThat(end(trace, "dealer5", "never-received").path("passedOn").asInt()).isEqualTo(3);
    assertThat(end(trace, "dealer9", "disposed").path("disposed").asInt()).isEqualTo(6);
    JsonNode market = node(trace, "licence:JY1");
    assertThat(market.path("offChain").asBoolean()).isTrue();
    assertThat(market.path("name").asText()).isEqualTo("Night market");
    JsonNode tooMuch = end(trace, "dealer1", "too-much-received");
    assertThat(tooMuch.path("gap").asBoolean()).isTrue();
    assertThat(Town.name(tooMuch.path("from").asText())).isEqualTo("maker");
    assertThat(tooMuch.path("shipped").asInt()).isEqualTo(25);
    assertThat(tooMuch.path("received").asInt()).isEqualTo(40);
    assertThat(tooMuch.path("orderCode").asText()).isEqualTo("G-1");
    assertThat(tooMuch.path("receivedAt").asText()).startsWith("2026-10-03T");
  }

  @Test
  void saysGapsAsSentencesInTheLanguageAskedFor() {
    JsonNode english = door.forward(Door.of(GAP));
    JsonNode chinese = door.in("zh-CN,zh;q=0.9,en;q=0.1").forward(Door.of(GAP));

    assertThat(end(english, "dealer2", "no-receipt").path("text").asText())
        .isEqualTo(
            "maker shipped 30 kg to dealer2 on 3 October 2026; dealer2 recorded no receipt.");
    assertThat(end(chinese, "dealer2", "no-receipt").path("text").asText())
        .isEqualTo("maker于2026年10月3日向dealer2发出 30 千克，dealer2没有收货记录。");
    assertThat(
            door.in("fr")
                .get("/api/v1/traces/forward?" + Door.of(GAP))
                .headers()
                .firstValue("Content-Language"))
        .contains("zh-CN");
  }

  @ParameterizedTest
  @CsvSource({
    "back, 09521234000013, YOUNG-1, YOUNG-1 maker origin-reached",
    "forward, 09521234000013, YOUNG-1, YOUNG-1 dealer1 not-matured; YOUNG-1 shop terminal-reached",
    "back, 09521234000013, HEARSAY-1, HEARSAY-1 dealer1 lot-unknown",
    "back, 09521234000037, DISH-1, HEARSAY-2 school input-unknown",
    "back, 09521234000013, HEARSAY-3, HEARSAY-3 shop off-chain",
    "back, 09521234000013, WITHDRAWN-1, WITHDRAWN-1 maker voided",
    "back, 09521234000013, GAP-1, GAP-1 dealer1 too-much-received; GAP-1 dealer2 no-receipt;"
        + " GAP-1 dealer4 no-shipment; GAP-1 dealer5 never-received; GAP-1 dealer6 voided;"
        + " GAP-1 dealer7 voided; GAP-1 licence:JY1 off-chain; GAP-1 maker origin-reached",
    "back, 09521234000044, IMPORT/1, IMPORT/1 importer origin-reached",
    "forward, 09521234000013, RING-1, RING-1 shop consumer-reached",
    "forward, 09521234000013, RING-2, RING-2 dealer1 lot-unknown; RING-2 dealer3 lot-unknown",
  })
  void saysWhyEachBranchEnds(String direction, String gtin, String lot, String ends) {
    JsonNode trace = door.ok("/api/v1/traces/" + direction + "?" + Door.of(Town.lot(gtin, lot)));

    assertThat(String.join("; ", Door.ends(trace))).isEqualTo(ends);
  }

  @Test
  void goesRoundARingOnce() {
    JsonNode forward = door.forward(Door.of(Town.lot(Town.DUCK, "RING-1")));
    JsonNode back = door.back(Door.at(Town.lot(Town.DUCK, "RING-1"), "shop"));
    JsonNode endless = door.back(Door.of(Town.lot(Town.DUCK, "RING-2")));

    assertThat(Door.holdings(forward))
        .containsExactly("RING-1 dealer1", "RING-1 dealer3", "RING-1 maker", "RING-1 shop");
    assertThat(forward.path("links")).hasSize(4);
    assertThat(Door.holdings(back)).isEqualTo(Door.holdings(forward));
    assertThat(back.path("links")).hasSize(4);
    assertThat(Door.holdings(endless)).containsExactly("RING-2 dealer1", "RING-2 dealer3");
    assertThat(endless.path("links")).hasSize(2);
  }

  @Test
  void stopsAtTheDepthAskedForAndSaysSo() {
    LotKey lot = Town.lot(Town.MILK, "LINE-1");
    JsonNode trace = door.forward(Door.of(lot) + "&depth=3");

    assertThat(trace.path("nodes")).hasSize(4);
    assertThat(Door.ends(trace)).containsExactly("LINE-1 dealer3 depth-reached");
    assertThat(trace.at("/ends/0/more").asInt()).isEqualTo(1);
    assertThat(door.forward(Door.of(lot)).path("nodes")).hasSize(9);
    assertThat(door.forward(Door.of(lot)).at("/nodes/0/made").decimalValue())
        .as("in the product's unit")
        .isEqualByComparingTo("10000");
  }

  @Test
  void beginsWithAnItemWhereItWasLastSeen() {
    JsonNode shipped = door.back("gtin=" + Town.DUCK + "&serial=A2");
    JsonNode passedOn = door.back("gtin=" + Town.DUCK + "&serial=A1");
    JsonNode atMaker = door.forward("gtin=" + Town.DUCK + "&serial=A3");

    assertThat(Door.holdings(shipped)).containsExactly("ITEM-1 dealer1", "ITEM-1 maker");
    assertThat(Door.holdings(passedOn))
        .containsExactly("ITEM-1 dealer1", "ITEM-1 maker", "ITEM-1 shop");
    assertThat(Door.ends(passedOn))
        .containsExactly("ITEM-1 maker origin-reached", "ITEM-1 shop no-receipt");
    assertThat(atMaker.at("/nodes/0/operator").asText()).isEqualTo(Town.uscc("maker").value());
    assertThat(atMaker.path("nodes")).hasSize(3);
  }

  @Test
  void beginsWithAnOrderAlongItsOwnHops() {
    JsonNode forward = door.forward("order=PO-2");
    JsonNode back = door.back("order=PO-2");
    JsonNode whole = door.forward("order=PO-1");

    assertThat(Door.holdings(forward)).containsExactly("DUCK-1 dealer1", "DUCK-1 shop");
    assertThat(forward.path("links")).hasSize(1);
    assertThat(Door.ends(forward)).containsExactly("DUCK-1 shop consumer-reached");
    assertThat(Door.holdings(back))
        .containsExactly(
            "DUCK-1 dealer1", "DUCK-1 maker", "DUCK-1 shop", "RAW-1 farm", "RAW-1 maker");
    assertThat(Door.holdings(whole))
        .containsExactly(
            "DUCK-1 corner",
            "DUCK-1 dealer1",
            "DUCK-1 maker",
            "DUCK-1 shop",
            "SMALL-1 dealer1",
            "SMALL-1 school");
  }

  @Test
  void beginsWithABox() {
    JsonNode trace = door.back("box=" + Stories.BOX);

    assertThat(Door.holdings(trace))
        .containsExactly("DUCK-1 dealer1", "DUCK-1 maker", "RAW-1 farm", "RAW-1 maker");
    assertThat(trace.at("/start/box").asText()).isEqualTo(Stories.BOX.value());
  }

  @Test
  void beginsWithWhatAnOperatorDidInATime() {
    String lunch =
        "operator=" + Town.uscc("school") + "&from=" + Door.encoded("2026-10-04T00:00:00+08:00");

    JsonNode trace = door.back(lunch + "&to=" + Door.encoded("2026-10-06T00:00:00+08:00"));

    assertThat(Door.ends(trace)).containsExactly("RAW-1 farm origin-reached");
    assertThat(trace.at("/nodes/0/operator").asText()).isEqualTo(Town.uscc("school").value());
    assertThat(
            door.get(
                    "/api/v1/traces/back?"
                        + lunch
                        + "&to="
                        + Door.encoded("2026-10-04T07:00:00+08:00"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void takesAReceiptOfAWholeOrderAsPartOfAWindow() {
    String day =
        "operator=" + Town.uscc("dealer1") + "&from=2026-10-02T16:00:00Z&to=2026-10-03T00:09:00Z";

    JsonNode trace = door.back(day);

    assertThat(Door.holdings(trace))
        .contains("DUCK-1 dealer1", "DUCK-1 maker", "RAW-1 farm", "RAW-1 maker");
  }

  @ParameterizedTest
  @CsvSource({"7", "1", "100", "1000"})
  void pagesTellEverythingExactlyOnce(int size) {
    String query = "/api/v1/traces/forward?" + Door.of(MANY);
    JsonNode whole = door.ok(query);
    List<JsonNode> pages = door.pages(query + "&size=" + size);

    assertThat(pages).hasSize((whole.path("nodes").size() + size - 1) / size);
    for (String list : new String[] {"nodes", "links", "ends", "flags"}) {
      List<JsonNode> told = new ArrayList<>();
      pages.forEach(page -> page.path(list).forEach(told::add));
      List<JsonNode> all = new ArrayList<>();
      whole.path(list).forEach(all::add);
      assertThat(told).as(list).isEqualTo(all);
    }
    assertThat(whole.path("nodes")).hasSize(301);
    assertThat(whole.path("links")).hasSize(300);
    assertThat(pages.get(0).path("total")).isEqualTo(whole.path("total"));
  }

  @Test
  void linksToTheNextPage() {
    var answer = door.get("/api/v1/traces/forward?" + Door.of(MANY) + "&size=300");

    String link = answer.headers().firstValue("Link").orElseThrow();
    assertThat(link).endsWith(">; rel=\"next\"");
    JsonNode last = door.ok(link.substring(1, link.indexOf('>')));
    assertThat(last.path("nodes")).hasSize(1);
    assertThat(last.has("next")).isFalse();
  }

  @Test
  void saysWhatKeepsALotFromBeingChained() {
    JsonNode gaps = door.gaps(GAP, "");

    assertThat(Door.ends(gaps))
        .containsExactly(
            "GAP-1 dealer1 too-much-received",
            "GAP-1 dealer2 no-receipt",
            "GAP-1 dealer3 way-ends",
            "GAP-1 dealer4 no-shipment",
            "GAP-1 dealer5 never-received",
            "GAP-1 dealer6 voided",
            "GAP-1 dealer7 voided",
            "GAP-1 dealer8 voided",
            "GAP-1 dealer9 disposed",
            "GAP-1 licence:JY1 off-chain");
    assertThat(gaps.path("chained").asBoolean()).isTrue();
    assertThat(gaps.path("matured").asBoolean()).isTrue();
    assertThat(gaps.path("total").asInt()).isEqualTo(10);
    List<JsonNode> pages = door.pages("/api/v1/lots/" + GAP.gtin() + "/GAP-1/gaps?size=2");
    List<JsonNode> told = new ArrayList<>();
    pages.forEach(page -> page.path("gaps").forEach(told::add));
    List<JsonNode> all = new ArrayList<>();
    gaps.path("gaps").forEach(all::add);
    assertThat(pages).hasSize(5);
    assertThat(told).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "09521234000013, YOUNG-1, origin, true, false, YOUNG-1 dealer1 not-matured",
    "09521234000013, DUCK-1, origin, true, true, ''",
    "09521234000013, HEARSAY-1, unknown, false, false, HEARSAY-1 dealer1 lot-unknown",
    "09521234000020, HEARSAY-2, unknown, false, false, HEARSAY-2 school input-unknown",
    "09521234000013, WITHDRAWN-1, void, false, true, WITHDRAWN-1 maker voided",
    "09521234000044, LINE-1, origin, false, true, LINE-1 dealer8 way-ends",
    "09521234000044, IMPORT/1, origin, true, true, ''"
  })
  void saysOfEachLotWhetherItIsChainedAndWhyNot(
      String gtin, String lot, String state, boolean chained, boolean matured, String ends) {
    JsonNode gaps = door.gaps(Town.lot(gtin, lot), "");

    assertThat(gaps.path("state").asText()).isEqualTo(state);
    assertThat(gaps.path("chained").asBoolean()).isEqualTo(chained);
    assertThat(gaps.path("matured").asBoolean()).isEqualTo(matured);
    assertThat(String.join("; ", Door.ends(gaps))).isEqualTo(ends);
  }

  static JsonNode evidence(JsonNode trace, String lot) {
    for (JsonNode evidence : trace.path("evidence")) {
      if (evidence.path("lot").asText().equals(lot)) {
        return evidence;
      }
    }
    throw new AssertionError("no evidence of " + lot + " in " + trace);
  }

  private static JsonNode end(JsonNode trace, String party, String reason) {
    for (JsonNode end : trace.path("ends")) {
      if (Town.name(end.path("operator").asText()).equals(party)
          && end.path("reason").asText().equals(reason)) {
        return end;
      }
    }
    throw new AssertionError("no " + reason + " at " + party + " in " + trace);
  }

  private static JsonNode node(JsonNode trace, String party) {
    for (JsonNode node : trace.path("nodes")) {
      if (Town.name(node.path("operator").asText()).equals(party)) {
        return node;
      }
    }
    throw new AssertionError("no " + party + " in " + trace);
  }

  private static JsonNode link(JsonNode trace, String from, String to) {
    for (JsonNode link : trace.path("links")) {
      if (place(trace, link.path("from").asText()).equals(from)
          && place(trace, link.path("to").asText()).equals(to)) {
        return link;
      }
    }
    throw new AssertionError("no link from " + from + " to " + to + " in " + trace);
  }

  private static String place(JsonNode trace, String id) {
    for (JsonNode node : trace.path("nodes")) {
      if (node.path("id").asText().equals(id)) {
        return node.path("lot").asText() + " " + Town.name(node.path("operator").asText());
      }
    }
    return id;
  }
}
