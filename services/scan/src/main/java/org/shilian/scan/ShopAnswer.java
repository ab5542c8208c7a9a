package org.shilian.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gln;
import org.shilian.registry.OperatorCard;
import org.shilian.scan.story.Station;
import org.shilian.scan.story.Status;
import org.shilian.scan.words.Language;

/** What the code of a shop tells a program. {@code place} is in {@code language}. */
@Schema(name = "ScannedShop")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShopAnswer(
    @Schema(enumeration = "shop") String kind,
    String digitalLink,
    String gln,
    String language,
    String name,
    @Schema(enumeration = {"producer", "distributor", "central-kitchen", "shop", "caterer"})
        String station,
    String region,
    String place,
    List<Licence> licences,
    @Schema(
            description =
                "Whether only lots that it made itself are told, since it does not face consumers")
        boolean ownOnly,
    @Schema(description = "Lots that it lately made or received, the newest first, up to 20")
        List<Food> food) {

  /** A licence as it is registered. */
  @Schema(name = "ScannedLicence")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Licence(String kind, String number, @Nullable LocalDate validTo) {}

  /** A lot, with the Digital Link that tells its whole story. */
  @Schema(name = "ScannedShopFood")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Food(
      String digitalLink,
      String gtin,
      String lot,
      String product,
      String specification,
      @Schema(description = "Whether the operator made it") boolean own,
      @Nullable LocalDate receivedOn,
      @Nullable LocalDate productionDate,
      @Nullable LocalDate expirationDate,
      @Nullable String maker,
      @Schema(
              enumeration = {"recalled", "held"},
              description = "What keeps it from being sold")
          @Nullable String stop) {

    static Food of(ShopFacts.Food food, String base) {
      Status stopped = ShopPageLine.status(food.stop());
      return new Food(
          DigitalLink.ofBatch(food.gtin(), food.lot()).toUri(base),
          food.gtin().value(),
          food.lot().value(),
          food.product(),
          food.specification(),
          food.own(),
          food.receivedOn(),
          food.produced(),
          food.expires(),
          food.maker(),
          stopped == null ? null : stopped.text());
    }
  }

  static ShopAnswer of(
      Gln gln, OperatorCard operator, Station station, ShopFacts facts, String base, Language in) {
    return new ShopAnswer(
        "shop",
        DigitalLink.ofPlace(gln).toUri(base),
        gln.value(),
        in.tag(),
        operator.name(),
        station.text(),
        operator.region(),
        in.wording().region(operator.region()),
        facts.licences().stream().map(l -> new Licence(l.kind(), l.number(), l.validTo())).toList(),
        facts.ownOnly(),
        facts.food().stream().map(food -> Food.of(food, base)).toList());
  }
}
