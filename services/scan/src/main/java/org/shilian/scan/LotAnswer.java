package org.shilian.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;
import org.shilian.registry.item.ItemState;
import org.shilian.scan.story.Ending;
import org.shilian.scan.story.Gap;
import org.shilian.scan.story.Leg;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.story.Station;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.Quantity;
import org.shilian.scan.words.Wording;

/**
 * What a code that names a lot tells a program. Stations, {@code state}, {@code status} and kinds
 * are fixed words; {@code badge}, {@code verdict}, {@code warning}, {@code place} and {@code text}
 * are in {@code language}. No operator but maker and brand owner is named.
 */
@Schema(name = "ScannedLot")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LotAnswer(
    @Schema(enumeration = "lot") String kind,
    String digitalLink,
    String gtin,
    String lot,
    @Nullable Item item,
    String language,
    @Schema(enumeration = {"origin", "repacked", "void", "unknown"}) String state,
    @Schema(
            enumeration = {
              "chained",
              "gap",
              "not-matured",
              "repacked",
              "recalled",
              "held",
              "voided",
              "unknown"
            })
        String status,
    String badge,
    String verdict,
    @Nullable
        @Schema(
            description = "Of a lot that is recalled or held: what its records alone say",
            enumeration = {"chained", "gap", "not-matured", "repacked", "voided", "unknown"})
        String records,
    @Nullable @Schema(description = "Since when it is recalled or held") LocalDate stoppedOn,
    @Nullable String warning,
    ProductAnswer.Product product,
    ProductAnswer.@Nullable Operator brandOwner,
    ProductAnswer.@Nullable Operator maker,
    @Nullable LocalDate productionDate,
    @Nullable LocalDate expirationDate,
    boolean expired,
    @Nullable LocalDate maturesOn,
    @Schema(description = "Of a repacked lot: the lots that it was packed from")
        List<ListedLot> sources,
    List<Step> way,
    List<End> endings,
    List<Missing> gaps,
    long gapCount) {

  /**
   * The package that the code names beside the lot; {@code text} and {@code warning} are in {@code
   * language}.
   */
  @Schema(name = "ScannedItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String serial,
      @Schema(enumeration = {"genuine", "forged", "unknown-key", "other-form"}) String verdict,
      String text,
      @Nullable @Schema(description = "When the code was voided") Instant voidedAt,
      @Nullable @Schema(description = "When its page was first opened") Instant firstScannedAt,
      @Nullable @Schema(description = "How often, at most once a minute") Long scans,
      @Nullable
          @Schema(
              enumeration = {"scanned-often", "scanned-long-ago"},
              description = "Why it may be a copy")
          String suspicion,
      @Nullable String warning) {

    private static @Nullable Item of(@Nullable ScannedItem item, Language in) {
      if (item == null) {
        return null;
      }
      ItemState state = item.state();
      ScannedItem.Suspicion suspicion = item.suspicion();
      String voided = item.voided(in);
      return new Item(
          item.serial(),
          item.verdict().text(),
          in.wording().item(item.verdict()),
          state == null ? null : state.voidedAt(),
          state == null ? null : state.firstScannedAt(),
          state == null ? null : state.scans(),
          suspicion == null ? null : suspicion.text(),
          voided == null ? item.warning(in) : voided);
    }
  }

  /** All hops from one kind of station to another. */
  @Schema(name = "ScannedStep")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Step(
      String from,
      String to,
      long operators,
      long hops,
      long matched,
      @Schema(description = "Those with a shipment or a receipt alone on record") long oneSided,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      List<Place> places) {

    private static Step of(Leg leg, Wording words) {
      return new Step(
          leg.from().text(),
          leg.to().text(),
          leg.buyers(),
          leg.hops(),
          leg.matched(),
          leg.oneSided(),
          leg.first(),
          leg.last(),
          leg.places().stream().map(place -> Place.of(place, words)).toList());
    }
  }

  /** How many of a step's receiving operators are in one region. */
  @Schema(name = "ScannedPlace")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Place(@Nullable String region, @Nullable String place, long operators) {

    private static Place of(Leg.Place place, Wording words) {
      String region = place.region();
      return new Place(region, region == null ? null : words.region(region), place.buyers());
    }
  }

  /** How many operators of one kind sold or used the lot. */
  @Schema(name = "ScannedEnding")
  record End(String station, @Schema(enumeration = {"sold", "used"}) String what, long operators) {

    private static End of(Ending ending) {
      return new End(ending.station().text(), ending.use() ? "used" : "sold", ending.operators());
    }
  }

  /**
   * A gap; {@code came} and {@code went} are in {@code unit}, and {@code alike} counts further gaps
   * of this kind that are not listed.
   */
  @Schema(name = "ScannedGap")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Missing(
      String kind,
      String from,
      @Nullable String to,
      @Nullable String region,
      @Nullable LocalDate on,
      BigDecimal came,
      BigDecimal went,
      String unit,
      long alike,
      String text) {

    private static Missing of(Gap gap, String unit, Wording words) {
      Station to = gap.to();
      return new Missing(
          gap.kind().text(),
          gap.from().text(),
          to == null ? null : to.text(),
          gap.region(),
          gap.on(),
          new Quantity(gap.came(), unit).inUnit(),
          new Quantity(gap.went(), unit).inUnit(),
          unit,
          gap.alike(),
          words.gap(gap, unit));
    }
  }

  static LotAnswer of(
      String digitalLink,
      String base,
      ProductCard card,
      @Nullable OperatorCard owner,
      @Nullable OperatorCard maker,
      String lot,
      @Nullable ScannedItem item,
      LotStory story,
      List<LotGlance> sources,
      Language in) {
    Wording words = in.wording();
    LotFacts facts = story.facts();
    return new LotAnswer(
        "lot",
        digitalLink,
        card.gtin().value(),
        lot,
        Item.of(item, in),
        in.tag(),
        facts.origin().text(),
        story.status().text(),
        words.badge(story.status()),
        words.verdict(story),
        facts.stop() == null ? null : story.records().text(),
        facts.stoppedOn(),
        facts.heardOf() ? null : words.lotUnheardOfAdvice(lot),
        ProductAnswer.Product.of(card, in),
        ProductAnswer.Operator.of(owner, words),
        ProductAnswer.Operator.of(maker, words),
        facts.productionDate(),
        facts.expirationDate(),
        story.expired(),
        facts.maturesOn(),
        sources.stream().map(source -> ListedLot.of(source, base, in)).toList(),
        story.legs().stream().map(leg -> Step.of(leg, words)).toList(),
        facts.endings().stream().map(End::of).toList(),
        story.gaps().stream().map(gap -> Missing.of(gap, card.unit(), words)).toList(),
        story.gapCount());
  }
}
