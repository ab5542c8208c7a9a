package org.shilian.ledger.trace.words;

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

/** Simplified Chinese. */
final class ChineseWording implements Wording {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

  @Override
  public String atHop(End.AtHop end, String from, String to, Amount shipped, Amount received) {
    String sent = on(end.events().shippedAt()) + "向" + to + "发出 " + amount(shipped);
    String got = on(end.events().receivedAt()) + "收到 " + amount(received);
    return switch (end.reason()) {
      case NO_SHIPMENT -> to + got + "，供货的" + from + "没有发货记录。";
      case NO_RECEIPT -> from + sent + "，" + to + "没有收货记录。";
      case TOO_MUCH_RECEIVED -> to + got + "，而" + from + "只发出 " + amount(shipped) + "。";
      case OFF_CHAIN ->
          end.hop().received() > 0
              ? to + got + "，供货的" + from + "未入链，更早的来源没有记录。"
              : from + sent + "，" + to + "未入链，此后去向没有记录。";
      case VOIDED -> voided(end.voided(), from, to, sent, got);
      default -> throw new IllegalArgumentException(end.reason() + " is no reason of a hop");
    };
  }

  private static String voided(
      End.@Nullable Side side, String from, String to, String sent, String got) {
    if (side == End.Side.SHIPMENT) {
      return to + got + "，但" + from + "已撤销发货记录。";
    }
    return side == End.Side.RECEIPT
        ? from + sent + "，但" + to + "已撤销收货记录。"
        : from + "发给" + to + "的记录已由双方撤销。";
  }

  @Override
  public String atHolding(
      End.AtHolding end, String here, @Nullable String unit, boolean withAmounts) {
    HoldingFacts facts = end.facts();
    String passedOn = withAmounts ? " " + amount(new Amount(facts.passedOn(), unit)) : "";
    String stock = amount(new Amount(facts.stock(), unit));
    return switch (end.reason()) {
      case ORIGIN_REACHED -> origin(end.making(), here) + "，已追溯到源头。";
      case NEVER_RECEIVED -> here + "转出本批次" + passedOn + "，却没有收货或生产记录。";
      case LOT_UNKNOWN -> here + "转出本批次" + passedOn + "，但没有任何单位记录过生产本批次。";
      case INPUT_UNKNOWN -> here + "用本批次制作了其他食品，但没有任何单位记录过生产本批次。";
      case VOIDED -> here + "已撤销生产本批次的记录。";
      case NOT_MATURED ->
          here + "现有 " + stock + "，尚无后续记录；" + until(end.lot().maturesOn()) + "仍在流通期内。";
      case CONSUMER_REACHED -> here + "已" + deeds(facts, unit) + "，到达消费环节。";
      case TERMINAL_REACHED -> "已到达面向消费者的" + here + "，现有 " + stock + "，尚未售出或使用。";
      case DISPOSED -> here + "已销毁 " + amount(new Amount(facts.disposed(), unit)) + "。";
      case WAY_ENDS -> wayEnds(facts, here, stock, unit);
      case DEPTH_REACHED -> "从" + here + "还有 " + end.more() + " 条去向或来源，超出本次追溯的深度。";
      case LIMIT_REACHED -> "从" + here + "起的内容超出一次追溯的上限。";
      case OUT_OF_SCOPE -> here + "之后的环节不在您的查看范围内。";
      default -> throw new IllegalArgumentException(end.reason() + " is no reason of a holding");
    };
  }

  private static String wayEnds(
      HoldingFacts facts, String here, String stock, @Nullable String unit) {
    if (facts.sold() == 0 && facts.used() == 0) {
      return "到" + here + "中断：现有 " + stock + "，没有后续的发货、销售或使用记录。";
    }
    return "到" + here + "中断：该单位不面向消费者，却已" + deeds(facts, unit) + "，现有 " + stock + "。";
  }

  private static String deeds(HoldingFacts facts, @Nullable String unit) {
    List<String> deeds = new ArrayList<>();
    if (facts.sold() > 0) {
      deeds.add("售出 " + amount(new Amount(facts.sold(), unit)));
    }
    if (facts.used() > 0) {
      deeds.add("使用 " + amount(new Amount(facts.used(), unit)));
    }
    return String.join("、", deeds);
  }

  private static String origin(@Nullable Making making, String here) {
    if (making == null) {
      return "本批次由" + here + "生产";
    }
    LocalDate date = making.productionDate();
    String on = date == null ? "" : DATE.format(date);
    return switch (making.type()) {
      case "FIRST_IN" -> here + "是本批次入链的首站" + (on.isEmpty() ? "" : "（生产日期 " + on + "）");
      case "REPACK" -> here + (on.isEmpty() ? "" : "于" + on) + "分装了本批次";
      default -> here + (on.isEmpty() ? "" : "于" + on) + "生产了本批次";
    };
  }

  private static String until(@Nullable LocalDate maturesOn) {
    return maturesOn == null ? "" : DATE.format(maturesOn) + "前";
  }

  private static String on(@Nullable Instant time) {
    return time == null ? "" : "于" + DATE.format(time.atZone(ZONE));
  }

  private static String amount(Amount amount) {
    String unit = amount.unit();
    String name =
        switch (unit == null ? "" : unit) {
          case "KGM" -> "千克";
          case "GRM" -> "克";
          case "LTR" -> "升";
          case "MLT" -> "毫升";
          case "H87" -> "件";
          default -> unit == null ? "" : unit;
        };
    return amount.read() + " " + name;
  }
}
