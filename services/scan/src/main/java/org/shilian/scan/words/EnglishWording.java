package org.shilian.scan.words;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.scan.story.Ending;
import org.shilian.scan.story.Gap;
import org.shilian.scan.story.Leg;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.story.Station;
import org.shilian.scan.story.Status;
import org.shilian.serial.SerialCheck;

/** English. */
enum EnglishWording implements Wording {
  INSTANCE;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  @Override
  public Language language() {
    return Language.ENGLISH;
  }

  @Override
  public String platform() {
    return "Shilian · food traceability";
  }

  @Override
  public String otherLanguage() {
    return "中文";
  }

  @Override
  public String facts() {
    return "About this food";
  }

  @Override
  public String maker(LotFacts.Making making) {
    return switch (making) {
      case PRODUCED -> "Maker";
      case BROUGHT_IN -> "First station";
      case REPACKED -> "Packed by";
    };
  }

  @Override
  public String brandOwner() {
    return "Brand owner";
  }

  @Override
  public String place() {
    return "Place";
  }

  @Override
  public String specification() {
    return "Specification";
  }

  @Override
  public String category() {
    return "Food category";
  }

  @Override
  public String gtin() {
    return "GTIN";
  }

  @Override
  public String lot() {
    return "Lot";
  }

  @Override
  public String productionDate() {
    return "Produced";
  }

  @Override
  public String expirationDate() {
    return "Use by";
  }

  @Override
  public String shelfLife() {
    return "Shelf life";
  }

  @Override
  public String days(int days) {
    return counted(days, "day", "days");
  }

  @Override
  public String date(LocalDate date) {
    return DATE.format(date);
  }

  @Override
  public String region(String code) {
    return Regions.full(code, Language.ENGLISH);
  }

  @Override
  public String warning() {
    return "Attention";
  }

  @Override
  public String badge(Status status) {
    return switch (status) {
      case CHAINED -> "Chained";
      case GAP -> "With a gap";
      case NOT_MATURED -> "On its way";
      case RECALLED -> "Recalled";
      case HELD -> "On hold";
      case REPACKED -> "Packed anew";
      case VOIDED -> "Voided";
      case UNKNOWN -> "Origin unknown";
    };
  }

  @Override
  public String verdict(LotStory story) {
    LocalDate due = story.facts().maturesOn();
    LocalDate since = story.facts().stoppedOn();
    LotFacts.Making making = story.facts().making();
    return switch (story.status()) {
      case CHAINED ->
          story.gaps().isEmpty()
              ? "From "
                  + start(making)
                  + " to those who serve the public, every shipment agrees with its receipt."
              : "An unbroken way from "
                  + start(making)
                  + " to those who serve the public is on record; other parts of the lot went ways"
                  + " with gaps, told below.";
      case GAP ->
          "The records show no unbroken way of this lot from "
              + start(making)
              + " to anyone who serves the public.";
      case NOT_MATURED ->
          "This lot is still on its way and its records are not complete yet"
              + (due == null ? "." : "; they should be by " + DATE.format(due) + ".");
      case RECALLED ->
          "This lot, or one that it was packed from, "
              + (since == null ? "is" : "has since " + DATE.format(since) + " been")
              + " called back. Do not eat it; return it to where you got it, or ask there.";
      case HELD ->
          "The authorities have stopped the sale of this lot, or of one that it was packed from"
              + (since == null ? "" : ", since " + DATE.format(since))
              + ". Do not eat it until they release it.";
      case REPACKED ->
          "This lot was packed anew from other lots; those are the ones that are chained or not.";
      case VOIDED -> "Whoever put this lot on record has withdrawn it. Do not rely on this code.";
      case UNKNOWN -> "Nobody has recorded making this lot, so its origin cannot be checked.";
    };
  }

  private static String start(LotFacts.Making making) {
    return switch (making) {
      case PRODUCED -> "the maker";
      case BROUGHT_IN -> "where it entered";
      case REPACKED -> "the packer";
    };
  }

  @Override
  public String records(Status status) {
    return "Its records: " + badge(status).toLowerCase(Locale.ENGLISH);
  }

  @Override
  public String packedFrom() {
    return "Packed from";
  }

  @Override
  public @Nullable String keeps(LotStory story) {
    if (story.facts().expirationDate() == null) {
      return null;
    }
    if (story.expired()) {
      return "Expired";
    }
    return story.daysLeft() == 0
        ? "Last day today"
        : counted(story.daysLeft(), "day", "days") + " left";
  }

  @Override
  public String way() {
    return "The way it went";
  }

  @Override
  public String made(LotFacts.Making making) {
    return switch (making) {
      case PRODUCED -> "Made";
      case BROUGHT_IN -> "Entered here, from abroad or another province";
      case REPACKED -> "Packed anew";
    };
  }

  @Override
  public String destination(Leg leg) {
    String to = leg.buyers() == 1 ? station(leg.to()) : stations(leg.to(), leg.buyers());
    return to.substring(0, 1).toUpperCase(Locale.ENGLISH) + to.substring(1);
  }

  @Override
  public String journey(Leg leg) {
    LocalDate first = leg.first();
    LocalDate last = leg.last();
    String from = "from " + one(leg.from());
    if (first == null || last == null) {
      return "F" + from.substring(1);
    }
    if (first.equals(last)) {
      return DATE.format(first) + ", " + from;
    }
    DateTimeFormatter since = first.getYear() == last.getYear() ? DAY : DATE;
    return since.format(first) + " to " + DATE.format(last) + ", " + from;
  }

  @Override
  public String places(Leg leg) {
    if (leg.to() == Station.OUTSIDE) {
      return "";
    }
    long named = leg.places().stream().mapToLong(Leg.Place::buyers).sum();
    String places =
        leg.places().stream()
            .map(
                place -> {
                  String region = place.region();
                  String name =
                      region == null
                          ? "place not recorded"
                          : Regions.brief(region, Language.ENGLISH);
                  return leg.buyers() == 1 ? name : name + " (" + place.buyers() + ")";
                })
            .collect(joining(", "));
    return named == 0 || named >= leg.buyers()
        ? places
        : places + ", elsewhere (" + (leg.buyers() - named) + ")";
  }

  @Override
  public String agreement(Leg leg) {
    if (leg.complete()) {
      return leg.hops() == 1
          ? "Shipment and receipt agree"
          : "All " + leg.hops() + " shipments agree with their receipts";
    }
    if (leg.hops() == 1) {
      return leg.oneSided() == 1
          ? "Only one side is on record"
          : "Shipment and receipt do not agree";
    }
    List<String> parts = new ArrayList<>();
    if (leg.oneSided() > 0) {
      parts.add("only one side is on record of " + leg.oneSided());
    }
    if (leg.contradicting() > 0) {
      parts.add("shipment and receipt do not agree in " + leg.contradicting());
    }
    return "Of %d deliveries, %s".formatted(leg.hops(), String.join("; ", parts));
  }

  @Override
  public String ending(Ending ending) {
    return (ending.use() ? use(ending.station()) : "Sales recorded by ")
        + stations(ending.station(), ending.operators());
  }

  private static String use(Station station) {
    return switch (station) {
      case CATERER, CENTRAL_KITCHEN, OUTSIDE -> "Use recorded by ";
      case PRODUCER, DISTRIBUTOR, SHOP -> "Made into other lots by ";
    };
  }

  @Override
  public String noWay() {
    return "Nothing is on record yet.";
  }

  @Override
  public String gaps(Status status) {
    return switch (status) {
      case CHAINED -> "Gaps on other ways";
      case NOT_MATURED -> "Not on record yet";
      case GAP, VOIDED, UNKNOWN, REPACKED, RECALLED, HELD -> "Gaps";
    };
  }

  @Override
  public String gap(Gap gap, String unit) {
    String from = one(gap.from());
    String came = amount(gap.came(), unit);
    String went = amount(gap.went(), unit);
    String sentence =
        switch (gap.kind()) {
          case NO_RECEIPT ->
              gap.to() == Station.OUTSIDE
                  ? from
                      + " shipped "
                      + came
                      + " to "
                      + one(Station.OUTSIDE)
                      + "; where it went from there is not recorded."
                  : from
                      + " shipped "
                      + came
                      + " to "
                      + at(gap.to(), gap.region())
                      + "; no receipt is recorded.";
          case NO_SHIPMENT ->
              gap.from() == Station.OUTSIDE
                  ? at(gap.to(), gap.region())
                      + " received "
                      + went
                      + " from "
                      + from
                      + "; where it came from before is not recorded."
                  : at(gap.to(), gap.region())
                      + " received "
                      + went
                      + "; the supplier, "
                      + from
                      + ", recorded no shipment.";
          case TOO_MUCH_RECEIVED ->
              at(gap.to(), gap.region())
                  + " received "
                  + went
                  + " where "
                  + from
                  + " shipped only "
                  + came
                  + ".";
          case NEVER_RECEIVED ->
              at(gap.from(), gap.region())
                  + " passed on "
                  + went
                  + "; where it had that from is not recorded.";
          case TOO_MUCH_PASSED_ON ->
              at(gap.from(), gap.region())
                  + " passed on "
                  + went
                  + ", more than the "
                  + came
                  + " it had by its records.";
          case WAY_ENDS ->
              "the way ends at "
                  + at(gap.from(), gap.region())
                  + ": no further shipment, sale or use is recorded.";
          case NEVER_LEFT -> from + " has recorded no shipment or sale yet.";
        };
    LocalDate on = gap.on();
    String whole = on == null ? sentence : "on " + DATE.format(on) + " " + sentence;
    return whole.substring(0, 1).toUpperCase(Locale.ENGLISH) + whole.substring(1);
  }

  @Override
  public String moreGaps(long gaps) {
    return counted(gaps, "more gap", "more gaps");
  }

  @Override
  public String alike(long alike) {
    return alike == 1 ? "And one more like this." : "And " + alike + " more like this.";
  }

  @Override
  public String station(Station station) {
    return switch (station) {
      case PRODUCER -> "producer";
      case DISTRIBUTOR -> "distributor";
      case CENTRAL_KITCHEN -> "central kitchen";
      case SHOP -> "shop";
      case CATERER -> "caterer";
      case OUTSIDE -> "operator outside the platform";
    };
  }

  @Override
  public String shopFacts() {
    return "About the operator";
  }

  @Override
  public String gln() {
    return "Location number";
  }

  @Override
  public String validTo(LocalDate day) {
    return "valid until " + DATE.format(day);
  }

  @Override
  public String food() {
    return "Food it has lately had";
  }

  @Override
  public String noFood() {
    return "No making or receipt is recorded lately.";
  }

  @Override
  public String ownFoodOnly() {
    return "This operator does not face consumers, so only lots that it made itself are listed.";
  }

  @Override
  public String receivedOn(LocalDate day) {
    return "received on " + DATE.format(day);
  }

  @Override
  public String producedOn(LocalDate day) {
    return "made on " + DATE.format(day);
  }

  @Override
  public String madeBy(LotFacts.Making making, String maker) {
    return maker(making) + ": " + maker;
  }

  @Override
  public String madeByNobody() {
    return "Nobody has recorded making it";
  }

  @Override
  public String shopUnknown() {
    return "Operator not found";
  }

  @Override
  public String shopUnknownAdvice(String gln) {
    return "Location number " + gln + " is not registered on this platform.";
  }

  @Override
  public String shopUnclear() {
    return "Several operators have this code";
  }

  @Override
  public String shopUnclearAdvice(String gln) {
    return "More than one operator is registered with location number "
        + gln
        + ", so the platform cannot tell which one this is.";
  }

  @Override
  public String namesNoLot() {
    return "This code says what the product is but names no lot, so it cannot tell where this piece"
        + " came from. Scan the batch code on the package.";
  }

  @Override
  public String serial() {
    return "Serial number";
  }

  @Override
  public String item(SerialCheck.Verdict verdict) {
    return switch (verdict) {
      case GENUINE -> "The code of this package was issued for this lot.";
      case FORGED ->
          "The serial number of this package does not belong "
              + "to this product and lot. The code may be forged: take care.";
      case LOT_NEEDED -> "Without its lot the code of this package cannot be checked.";
      case UNKNOWN_KEY -> "Whether the code of this package is genuine cannot" + " be told here.";
      case OTHER_FORM ->
          "The serial number of this package was not issued b"
              + "y this platform and cannot be checked.";
    };
  }

  @Override
  public String lotUnheardOf() {
    return "No record of this lot";
  }

  @Override
  public String lotUnheardOfAdvice(String lot) {
    return "The product is registered, but nobody has recorded a lot "
        + lot
        + ". It may not have been reported yet, or the code may be forged: take care.";
  }

  @Override
  public String productUnknown() {
    return "Product not found";
  }

  @Override
  public String productUnknownAdvice(String gtin) {
    return "GTIN " + gtin + " is not registered on this platform.";
  }

  @Override
  public String codeWrong() {
    return "This code is wrong";
  }

  @Override
  public String codeWrongAdvice(String rule) {
    return "What was scanned is no valid product code; it may be misprinted or mistyped. ("
        + rule
        + ")";
  }

  @Override
  public String footnote() {
    return footnoteForParties() + " Buyers' names and contacts are not shown.";
  }

  @Override
  public String footnoteForParties() {
    return "Reported by the operators themselves; the platform compares every shipment with its"
        + " receipt.";
  }

  private static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private String stations(Station station, long number) {
    String many =
        station == Station.OUTSIDE ? "operators outside the platform" : station(station) + "s";
    return counted(number, station(station), many);
  }

  private String one(Station station) {
    return (station == Station.OUTSIDE ? "an " : "a ") + station(station);
  }

  private String at(@Nullable Station station, @Nullable String region) {
    String name = one(station == null ? Station.OUTSIDE : station);
    return region == null ? name : name + " in " + Regions.brief(region, Language.ENGLISH);
  }

  @Override
  public String amount(long millionths, String unit) {
    Quantity quantity = new Quantity(millionths, unit);
    String name =
        switch (unit) {
          case "KGM" -> "kg";
          case "GRM" -> "g";
          case "MGM" -> "mg";
          case "TNE" -> "t";
          case "LTR" -> "L";
          case "MLT" -> "mL";
          case "H87" -> quantity.isOne() ? "piece" : "pieces";
          default -> unit;
        };
    return quantity.number() + " " + name;
  }
}
