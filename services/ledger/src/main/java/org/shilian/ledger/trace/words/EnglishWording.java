package org.shilian.ledger.trace.words;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.end.End;
import org.shilian.ledger.trace.facts.HoldingFacts;
import org.shilian.ledger.trace.facts.Making;

/** English. */
final class EnglishWording implements Wording {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  @Override
  public String atHop(End.AtHop end, String from, String to, Amount shipped, Amount received) {
    String sent = from + " shipped " + amount(shipped) + " to " + to + on(end.events().shippedAt());
    String got =
        to + " received " + amount(received) + " from " + from + on(end.events().receivedAt());
    return switch (end.reason()) {
      case NO_SHIPMENT -> got + "; " + from + " recorded no shipment.";
      case NO_RECEIPT -> sent + "; " + to + " recorded no receipt.";
      case TOO_MUCH_RECEIVED -> got + ", who had shipped only " + amount(shipped) + ".";
      case OFF_CHAIN ->
          end.hop().received() > 0
              ? got + ", who is not on the chain; where it came from before is not on record."
              : sent + ", who is not on the chain; where it went from there is not on record.";
      case VOIDED -> voided(end.voided(), from, to, sent, got);
      default -> throw new IllegalArgumentException(end.reason() + " is no reason of a hop");
    };
  }

  private static String voided(
      End.@Nullable Side side, String from, String to, String sent, String got) {
    if (side == End.Side.SHIPMENT) {
      return got + ", but " + from + " withdrew its record of the shipment.";
    }
    return side == End.Side.RECEIPT
        ? sent + ", but " + to + " withdrew its record of the receipt."
        : "What was recorded of a delivery from " + from + " to " + to + " was withdrawn.";
  }

  @Override
  public String atHolding(
      End.AtHolding end, String here, @Nullable String unit, boolean withAmounts) {
    HoldingFacts facts = end.facts();
    String passedOn = withAmounts ? amount(new Amount(facts.passedOn(), unit)) + " of it" : "it";
    String stock = amount(new Amount(facts.stock(), unit));
    return switch (end.reason()) {
      case ORIGIN_REACHED -> origin(end.making(), here) + ": the origin is reached.";
      case NEVER_RECEIVED ->
          here + " passed on " + passedOn + ", and recorded neither receiving nor making it.";
      case LOT_UNKNOWN -> here + " passed on " + passedOn + ", and nobody said who made this lot.";
      case INPUT_UNKNOWN -> here + " made other food of it, and nobody said who made this lot.";
      case VOIDED -> here + " withdrew its record of making this lot.";
      case NOT_MATURED ->
          here
              + " has "
              + stock
              + "; nothing further is on record, and the lot"
              + (end.lot().maturesOn() == null
                  ? " may still travel."
                  : " has until " + DATE.format(end.lot().maturesOn()) + " to travel.");
      case CONSUMER_REACHED -> here + " has " + deeds(facts, unit) + ": the consumer is reached.";
      case TERMINAL_REACHED ->
          here + ", who faces the consumer, has " + stock + " and has sold or used none yet.";
      case DISPOSED -> here + " destroyed " + amount(new Amount(facts.disposed(), unit)) + ".";
      case WAY_ENDS -> wayEnds(facts, here, stock, unit);
      case DEPTH_REACHED ->
          end.more() == 1
              ? "One more link leads on from " + here + ", beyond the depth of this trace."
              : end.more()
                  + " more links lead on from "
                  + here
                  + ", beyond the depth of this trace.";
      case LIMIT_REACHED -> "What goes on from " + here + " is more than one trace tells.";
      case OUT_OF_SCOPE -> "What lies beyond " + here + " is not yours to see.";
      default -> throw new IllegalArgumentException(end.reason() + " is no reason of a holding");
    };
  }

  private static String wayEnds(
      HoldingFacts facts, String here, String stock, @Nullable String unit) {
    if (facts.sold() == 0 && facts.used() == 0) {
      return "The way ends at "
          + here
          + ", who has "
          + stock
          + ": no shipment, sale or use is on record.";
    }
    return "The way ends at "
        + here
        + ", who does not face the consumer, and has "
        + deeds(facts, unit)
        + ".";
  }

  private static String deeds(HoldingFacts facts, @Nullable String unit) {
    List<String> deeds = new ArrayList<>();
    if (facts.sold() > 0) {
      deeds.add("sold " + amount(new Amount(facts.sold(), unit)));
    }
    if (facts.used() > 0) {
      deeds.add("used " + amount(new Amount(facts.used(), unit)));
    }
    return String.join(" and ", deeds);
  }

  private static String origin(@Nullable Making making, String here) {
    if (making == null) {
      return here + " made this lot";
    }
    LocalDate date = making.productionDate();
    String on = date == null ? "" : " on " + DATE.format(date);
    return switch (making.type()) {
      case "FIRST_IN" ->
          here + " brought this lot onto the chain" + (date == null ? "" : " (made" + on + ")");
      case "REPACK" -> here + " packed this lot" + on;
      default -> here + " made this lot" + on;
    };
  }

  private static String on(@Nullable Instant time) {
    return time == null ? "" : " on " + DATE.format(time.atZone(ZONE));
  }

  private static String amount(Amount amount) {
    String unit = amount.unit();
    boolean one = amount.number().compareTo(BigDecimal.ONE) == 0;
    String name =
        switch (unit == null ? "" : unit) {
          case "KGM" -> " kg";
          case "GRM" -> " g";
          case "LTR" -> " l";
          case "MLT" -> " ml";
          case "H87" -> one ? " piece" : " pieces";
          default -> unit == null ? "" : " " + unit;
        };
    return amount.read() + name;
  }
}
