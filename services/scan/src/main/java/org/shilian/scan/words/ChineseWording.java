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

/** Simplified Chinese. */
enum ChineseWording implements Wording {
  INSTANCE;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.ROOT);

  @Override
  public Language language() {
    return Language.CHINESE;
  }

  @Override
  public String platform() {
    return "食链 · 食品追溯";
  }

  @Override
  public String otherLanguage() {
    return "English";
  }

  @Override
  public String facts() {
    return "产品信息";
  }

  @Override
  public String maker(LotFacts.Making making) {
    return switch (making) {
      case PRODUCED -> "生产者";
      case BROUGHT_IN -> "首站单位";
      case REPACKED -> "分装单位";
    };
  }

  @Override
  public String brandOwner() {
    return "品牌方";
  }

  @Override
  public String place() {
    return "所在地";
  }

  @Override
  public String specification() {
    return "规格";
  }

  @Override
  public String category() {
    return "食品类别";
  }

  @Override
  public String gtin() {
    return "商品条码";
  }

  @Override
  public String lot() {
    return "批号";
  }

  @Override
  public String productionDate() {
    return "生产日期";
  }

  @Override
  public String expirationDate() {
    return "保质期至";
  }

  @Override
  public String shelfLife() {
    return "保质期";
  }

  @Override
  public String days(int days) {
    return days + " 天";
  }

  @Override
  public String date(LocalDate date) {
    return DATE.format(date);
  }

  @Override
  public String region(String code) {
    return Regions.full(code, Language.CHINESE);
  }

  @Override
  public String warning() {
    return "注意";
  }

  @Override
  public String badge(Status status) {
    return switch (status) {
      case CHAINED -> "已成链";
      case GAP -> "链条有缺口";
      case NOT_MATURED -> "流通中";
      case RECALLED -> "正在召回";
      case HELD -> "暂停销售";
      case REPACKED -> "分装批次";
      case VOIDED -> "已作废";
      case UNKNOWN -> "来源不明";
    };
  }

  @Override
  public String verdict(LotStory story) {
    LocalDate due = story.facts().maturesOn();
    LocalDate stopped = story.facts().stoppedOn();
    String since = stopped == null ? "" : "自 " + DATE.format(stopped) + "起";
    String start = start(story.facts().making());
    return switch (story.status()) {
      case CHAINED ->
          story.gaps().isEmpty()
              ? "从" + start + "到面向消费者的单位，每一站的收发记录都能对上。"
              : "本批次有从" + start + "到面向消费者单位的完整记录，但部分去向有缺口，见下文。";
      case GAP -> "本批次没有从" + start + "到面向消费者单位的完整记录。";
      case NOT_MATURED ->
          "本批次还在流通，记录尚不完整" + (due == null ? "。" : "；预计 " + DATE.format(due) + "前补齐。");
      case RECALLED -> "本批次（或分装前的批次）" + since + "正在召回。请不要食用，并联系购买的店家或单位。";
      case HELD -> "监管部门已要求" + since + "暂停销售本批次（或分装前的批次）。解除之前请不要食用。";
      case REPACKED -> "本批次由其他批次分装而成，是否成链以原批次为准。";
      case VOIDED -> "登记本批次的单位已撤销登记。请勿依据此码判断食品来源。";
      case UNKNOWN -> "没有任何单位记录过生产本批次，来源无法核实。";
    };
  }

  private static String start(LotFacts.Making making) {
    return switch (making) {
      case PRODUCED -> "生产者";
      case BROUGHT_IN -> "进入本地的第一站";
      case REPACKED -> "分装单位";
    };
  }

  @Override
  public String records(Status status) {
    return "链条记录：" + badge(status);
  }

  @Override
  public String packedFrom() {
    return "分装前的批次";
  }

  @Override
  public @Nullable String keeps(LotStory story) {
    if (story.facts().expirationDate() == null) {
      return null;
    }
    if (story.expired()) {
      return "已过期";
    }
    return story.daysLeft() == 0 ? "今天到期" : "还有 " + story.daysLeft() + " 天到期";
  }

  @Override
  public String way() {
    return "流通过程";
  }

  @Override
  public String made(LotFacts.Making making) {
    return switch (making) {
      case PRODUCED -> "生产";
      case BROUGHT_IN -> "进入本地（进口或外省）";
      case REPACKED -> "分装";
    };
  }

  @Override
  public String destination(Leg leg) {
    return leg.buyers() == 1
        ? station(leg.to())
        : "%s · %d 家".formatted(station(leg.to()), leg.buyers());
  }

  @Override
  public String journey(Leg leg) {
    LocalDate first = leg.first();
    LocalDate last = leg.last();
    String from = "来自" + station(leg.from());
    if (first == null || last == null) {
      return from;
    }
    if (first.equals(last)) {
      return DATE.format(first) + "，" + from;
    }
    DateTimeFormatter until = first.getYear() == last.getYear() ? DAY : DATE;
    return DATE.format(first) + "至" + until.format(last) + "，" + from;
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
                  String name = region == null ? "地区不详" : Regions.brief(region, Language.CHINESE);
                  return leg.buyers() == 1 ? name : name + " " + place.buyers() + " 家";
                })
            .collect(joining("、"));
    return named == 0 || named >= leg.buyers()
        ? places
        : places + "，其他地区 " + (leg.buyers() - named) + " 家";
  }

  @Override
  public String agreement(Leg leg) {
    if (leg.complete()) {
      return leg.hops() == 1 ? "收发记录一致" : leg.hops() + " 笔收发记录全部一致";
    }
    if (leg.hops() == 1) {
      return leg.oneSided() == 1 ? "只有一方的记录" : "收发记录对不上";
    }
    List<String> parts = new ArrayList<>();
    if (leg.oneSided() > 0) {
      parts.add(leg.oneSided() + " 笔只有一方的记录");
    }
    if (leg.contradicting() > 0) {
      parts.add(leg.contradicting() + " 笔收发记录对不上");
    }
    return leg.hops() + " 笔中有 " + String.join("，", parts);
  }

  @Override
  public String ending(Ending ending) {
    return "%d 家%s%s".formatted(ending.operators(), station(ending.station()), use(ending));
  }

  private static String use(Ending ending) {
    if (!ending.use()) {
      return "已有售出记录";
    }
    return switch (ending.station()) {
      case CATERER, CENTRAL_KITCHEN, OUTSIDE -> "已有使用记录";
      case PRODUCER, DISTRIBUTOR, SHOP -> "已用于加工或分装";
    };
  }

  @Override
  public String noWay() {
    return "还没有任何流通记录。";
  }

  @Override
  public String gaps(Status status) {
    return switch (status) {
      case CHAINED -> "其他去向的缺口";
      case NOT_MATURED -> "尚缺的记录";
      case GAP, VOIDED, UNKNOWN, REPACKED, RECALLED, HELD -> "缺口";
    };
  }

  @Override
  public String gap(Gap gap, String unit) {
    String on = on(gap.on());
    Station to = gap.to();
    String from = station(gap.from());
    String came = amount(gap.came(), unit);
    String went = amount(gap.went(), unit);
    return switch (gap.kind()) {
      case NO_RECEIPT ->
          to == Station.OUTSIDE
              ? on + from + "发给" + station(to) + " " + came + "，此后去向没有记录。"
              : on + from + "发给" + to(to, gap.region()) + came + "，没有收货记录。";
      case NO_SHIPMENT ->
          gap.from() == Station.OUTSIDE
              ? on + at(to, gap.region()) + "收到 " + went + "，供货的是" + from + "，没有来源记录。"
              : on + at(to, gap.region()) + "收到 " + went + "，供货的" + from + "没有发货记录。";
      case TOO_MUCH_RECEIVED ->
          on + at(to, gap.region()) + "收到 " + went + "，而" + from + "只发出 " + came + "。";
      case NEVER_RECEIVED -> at(gap.from(), gap.region()) + "转出 " + went + "，没有记录货从哪里来。";
      case TOO_MUCH_PASSED_ON ->
          at(gap.from(), gap.region()) + "转出 " + went + "，多于记录在手的 " + came + "。";
      case WAY_ENDS -> on + "到达" + at(gap.from(), gap.region()) + "后中断：没有后续发货、销售或使用记录。";
      case NEVER_LEFT -> from + "还没有发货或销售记录。";
    };
  }

  @Override
  public String moreGaps(long gaps) {
    return "另外 " + gaps + " 处缺口";
  }

  @Override
  public String alike(long alike) {
    return "另有 " + alike + " 起同类情况。";
  }

  @Override
  public String station(Station station) {
    return switch (station) {
      case PRODUCER -> "生产单位";
      case DISTRIBUTOR -> "流通单位";
      case CENTRAL_KITCHEN -> "中央厨房";
      case SHOP -> "零售门店";
      case CATERER -> "餐饮单位";
      case OUTSIDE -> "未入链单位";
    };
  }

  @Override
  public String shopFacts() {
    return "主体信息";
  }

  @Override
  public String gln() {
    return "位置码";
  }

  @Override
  public String validTo(LocalDate day) {
    return "有效期至 " + DATE.format(day);
  }

  @Override
  public String food() {
    return "近期货品";
  }

  @Override
  public String noFood() {
    return "近期没有生产或收货记录。";
  }

  @Override
  public String ownFoodOnly() {
    return "本单位不直接面向消费者，这里只列出它自己生产的批次。";
  }

  @Override
  public String receivedOn(LocalDate day) {
    return DATE.format(day) + "收货";
  }

  @Override
  public String producedOn(LocalDate day) {
    return DATE.format(day) + "生产";
  }

  @Override
  public String madeBy(LotFacts.Making making, String maker) {
    return maker(making) + "：" + maker;
  }

  @Override
  public String madeByNobody() {
    return "没有生产记录";
  }

  @Override
  public String shopUnknown() {
    return "查无此单位";
  }

  @Override
  public String shopUnknownAdvice(String gln) {
    return "位置码 " + gln + " 没有在本平台登记。";
  }

  @Override
  public String shopUnclear() {
    return "无法确定是哪家单位";
  }

  @Override
  public String shopUnclearAdvice(String gln) {
    return "有几家单位都登记了位置码 " + gln + "，平台无法确定是哪一家。";
  }

  @Override
  public String namesNoLot() {
    return "此码只说明是什么产品，不含批号，因此看不到这一件的来历。请扫描包装上的批次码。";
  }

  @Override
  public String serial() {
    return "序列号";
  }

  @Override
  public String item(SerialCheck.Verdict verdict) {
    return switch (verdict) {
      case GENUINE -> "这一件的码由平台为本批次发放。";
      case FORGED -> "这一件的序列号与产品、批次不符，可能是伪造的码，请谨慎。";
      case LOT_NEEDED -> "这个码不含批号，无法核验真伪。";
      case UNKNOWN_KEY -> "这一件的码无法核验真伪。";
      case OTHER_FORM -> "这一件的序列号不是本平台发放的，无法核验。";
    };
  }

  @Override
  public String lotUnheardOf() {
    return "查无此批次";
  }

  @Override
  public String lotUnheardOfAdvice(String lot) {
    return "产品已登记，但没有任何单位记录过批号 " + lot + "。可能尚未上报，也可能是伪造的码，请谨慎。";
  }

  @Override
  public String productUnknown() {
    return "查无此产品";
  }

  @Override
  public String productUnknownAdvice(String gtin) {
    return "商品条码 " + gtin + " 没有在本平台登记。";
  }

  @Override
  public String codeWrong() {
    return "此码有误";
  }

  @Override
  public String codeWrongAdvice(String rule) {
    return "扫到的内容不是有效的商品码，可能印刷或输入有误。（" + rule + "）";
  }

  @Override
  public String footnote() {
    return footnoteForParties() + "本页不显示买方名称和联系方式。";
  }

  @Override
  public String footnoteForParties() {
    return "以上内容由各经营单位上报，平台逐笔比对收发记录。";
  }

  private static String on(@Nullable LocalDate date) {
    return date == null ? "" : DATE.format(date) + "，";
  }

  private String at(@Nullable Station station, @Nullable String region) {
    String name = station(station == null ? Station.OUTSIDE : station);
    return region == null ? name : name + "（" + Regions.brief(region, Language.CHINESE) + "）";
  }

  /** The buyer before an amount: a closing parenthesis needs no space after it. */
  private String to(@Nullable Station station, @Nullable String region) {
    return at(station, region) + (region == null ? " " : "");
  }

  @Override
  public String amount(long millionths, String unit) {
    String name =
        switch (unit) {
          case "KGM" -> "千克";
          case "GRM" -> "克";
          case "MGM" -> "毫克";
          case "TNE" -> "吨";
          case "LTR" -> "升";
          case "MLT" -> "毫升";
          case "H87" -> "件";
          default -> unit;
        };
    return new Quantity(millionths, unit).number() + " " + name;
  }
}
