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

/** Who sees what: design §8. */
@QuarkusTest
@QuarkusTestResource(TraceDatabase.class)
class TraceRightsIT {
  private static final LotKey IMPORT = Town.lot(Town.MILK, "IMPORT/1");

  @TestHTTPResource("/")
  URI server;

  private Door door;

  @BeforeEach
  void standAtTheDoor() {
    door = new Door(server, TraceDatabase.ADMIN);
  }

  @Test
  void anEnterpriseSeesItselfOneUpAndTheOrigins() {
    JsonNode trace = door.as("shop").back(Door.of(Stories.DUCK));

    assertThat(Door.holdings(trace))
        .containsExactly("DUCK-1 dealer1", "DUCK-1 maker", "DUCK-1 shop", "RAW-1 farm");
    assertThat(trace.path("outOfScope").asInt()).isEqualTo(1);
    assertThat(trace.at("/total/holdings").asInt()).isEqualTo(4);
    assertThat(trace.path("links")).hasSize(1);
    assertThat(Door.ends(trace))
        .containsExactly(
            "DUCK-1 dealer1 out-of-scope",
            "DUCK-1 maker out-of-scope",
            "RAW-1 farm origin-reached");
  }

  @Test
  void anEnterpriseSeesQuantitiesOfItsOwnHoldingsOnly() {
    JsonNode trace = door.as("dealer1").back(Door.of(Stories.DUCK));

    for (JsonNode node : trace.path("nodes")) {
      boolean own = node.path("operator").asText().equals(Town.uscc("dealer1").value());
      assertThat(node.has("stock")).as(node.toString()).isEqualTo(own);
      assertThat(node.path("name").asText()).isNotEmpty();
    }
    assertThat(trace.path("ends").toString())
        .contains("origin-reached")
        .doesNotContain("\"made\"", "kg");
    assertThat(trace.at("/links/0/shipped").asInt()).isEqualTo(60);
  }

  @Test
  void anEnterpriseDoesNotSeeWhatBecameOfItAtItsCustomers() {
    JsonNode trace = door.as("maker").forward(Door.of(Stories.DUCK));

    assertThat(Door.holdings(trace)).containsExactly("DUCK-1 dealer1", "DUCK-1 maker");
    assertThat(Door.ends(trace)).containsExactly("DUCK-1 dealer1 out-of-scope");
    assertThat(trace.path("flags")).isEmpty();
    assertThat(trace.path("outOfScope").asInt()).isEqualTo(4);
  }

  @Test
  void anEnterpriseHearsOnlyWhatItsPartnersSayOfALot() {
    JsonNode all = TraceIT.evidence(door.as("maker").forward(Door.of(Stories.DUCK)), "DUCK-1");
    JsonNode shop = TraceIT.evidence(door.as("shop").back(Door.of(Stories.DUCK)), "DUCK-1");

    assertThat(all.path("tests").findValuesAsText("operator"))
        .as("not that of dealer2, who has no part in it")
        .extracting(Town::name)
        .containsExactly("maker");
    assertThat(all.path("vouchers")).as("of its own delivery").hasSize(1);
    assertThat(shop.path("inspections")).as("at its supplier").hasSize(1);
    assertThat(shop.path("vouchers")).as("of others' deliveries").isEmpty();
    assertThat(shop.path("measures")).hasSize(1);
  }

  @Test
  void anEnterpriseBeginsWithItsOwnPartOfAnOrder() {
    assertThat(Door.holdings(door.as("shop").back("order=PO-2")))
        .contains("DUCK-1 shop", "DUCK-1 dealer1");
    assertThat(Door.holdings(door.as("dealer1").back("order=PO-2")))
        .containsExactly("DUCK-1 dealer1", "DUCK-1 maker", "RAW-1 farm");
    assertThat(door.as("school").get("/api/v1/traces/back?order=PO-2").statusCode()).isEqualTo(404);
    assertThat(Door.holdings(door.as("dealer1").forward("gtin=" + Town.DUCK + "&serial=A1")))
        .containsExactly("ITEM-1 dealer1", "ITEM-1 shop");
  }

  @Test
  void doesNotTellWhoHasNoPartInItThatThereIsSuchALot() {
    var strange = door.as("stall1").get("/api/v1/traces/back?" + Door.of(Stories.DUCK));
    var unheard =
        door.as("stall1").get("/api/v1/traces/back?" + Door.of(Town.lot(Town.DUCK, "NEVER")));

    assertThat(strange.statusCode()).isEqualTo(404);
    assertThat(strange.body().replace("DUCK-1", "NEVER")).isEqualTo(unheard.body());
    assertThat(door.as("stall1").get("/api/v1/lots/" + Town.DUCK + "/GAP-1/gaps").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"maker, 403", "shop, 200"})
  void anEnterpriseDoesNotBeginAtAnother(String member, int status) {
    assertThat(
            door.as("shop")
                .get("/api/v1/traces/back?" + Door.at(Stories.DUCK, member))
                .statusCode())
        .isEqualTo(status);
    assertThat(
            door.as("shop")
                .get(
                    "/api/v1/traces/back?operator="
                        + Town.uscc(member)
                        + "&from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z")
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void anEnterpriseSeesTheGapsOfItsOwnHops() {
    JsonNode gaps = door.as("dealer1").gaps(Town.lot(Town.DUCK, "GAP-1"), "");

    assertThat(Door.ends(gaps)).containsExactly("GAP-1 dealer1 way-ends");
  }

  @Test
  void anAgencySeesItsRegionAndOneStepBeyond() {
    JsonNode county = door.as("bureau").forward(Door.of(IMPORT));
    JsonNode back = door.as("bureau").back(Door.at(IMPORT, "shop"));

    assertThat(Door.holdings(county))
        .containsExactly("IMPORT/1 dealer1", "IMPORT/1 dealer2", "IMPORT/1 shop");
    assertThat(county.path("outOfScope").asInt()).isEqualTo(1);
    assertThat(Door.ends(back)).containsExactly("IMPORT/1 dealer2 out-of-scope");
    assertThat(back.at("/nodes/2").has("stock")).isTrue();
  }

  @Test
  void aPrefectureSeesItsCounties() {
    assertThat(Door.holdings(door.as("prefecture").forward(Door.of(Stories.RAW))))
        .isEqualTo(Door.holdings(door.forward(Door.of(Stories.RAW))));
    assertThat(Door.holdings(door.as("bureau").forward(Door.of(Stories.RAW))))
        .as("the farm is in another county, one step away")
        .contains("RAW-1 farm");
  }

  @Test
  void aRegulatorWithoutAgencyAndAnAdminSeeEverything() {
    JsonNode admin = door.forward(Door.of(IMPORT));
    JsonNode regulator = door.withKey(TraceDatabase.REGULATOR).forward(Door.of(IMPORT));

    assertThat(Door.holdings(admin)).hasSize(4).isEqualTo(Door.holdings(regulator));
    assertThat(admin.has("outOfScope")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/traces/back?gtin=09521234000013&lot=DUCK-1",
    "/api/v1/traces/forward?gtin=09521234000013&lot=DUCK-1",
    "/api/v1/lots/09521234000013/DUCK-1/gaps",
    "/api/v1/flags"
  })
  void nobodySeesAnythingWithoutAKey(String path) {
    assertThat(door.withKey("").get(path).statusCode()).isEqualTo(401);
    assertThat(door.withKey("slk_nobody").get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void flagsAreShownToWhoTheyConcern() {
    assertThat(flags(door)).contains("recalled shop", "over-shipped dealer5");
    assertThat(flags(door.as("shop"))).containsOnly("recalled shop");
    assertThat(flags(door.as("maker"))).containsOnly("over-shipped maker");
    assertThat(flags(door.as("bureau"))).contains("recalled shop", "over-shipped maker");
    assertThat(door.as("maker").get("/api/v1/flags?operator=" + Town.uscc("shop")).statusCode())
        .isEqualTo(403);
  }

  private static List<String> flags(Door door) {
    List<String> flags = new ArrayList<>();
    for (JsonNode flag : door.ok("/api/v1/flags?limit=1000").path("items")) {
      flags.add(flag.path("kind").asText() + " " + Town.name(flag.path("operator").asText()));
    }
    return flags;
  }
}
