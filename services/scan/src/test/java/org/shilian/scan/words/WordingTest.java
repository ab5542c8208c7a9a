package org.shilian.scan.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shilian.scan.story.Ending;
import org.shilian.scan.story.Gap;
import org.shilian.scan.story.GapKind;
import org.shilian.scan.story.Leg;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotFacts.Making;
import org.shilian.scan.story.LotFacts.Origin;
import org.shilian.scan.story.LotFacts.Stop;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.story.Station;

class WordingTest {

  private static final Wording ZH = Language.CHINESE.wording();
  private static final Wording EN = Language.ENGLISH.wording();
  private static final LocalDate NOV_3 = LocalDate.parse("2026-11-03");
  private static final LocalDate NOV_5 = LocalDate.parse("2026-11-05");

  @ParameterizedTest
  @MethodSource("gaps")
  void saysEachGapInASentence(Gap gap, String chinese, String english) {
    assertThat(ZH.gap(gap, "KGM")).isEqualTo(chinese);
    assertThat(EN.gap(gap, "KGM")).isEqualTo(english);
  }

  static Stream<Arguments> gaps() {
    return Stream.of(
        Arguments.of(
            new Gap(
                GapKind.NO_RECEIPT,
                Station.PRODUCER,
                Station.DISTRIBUTOR,
                "331122",
                NOV_3,
                25_000_000,
                0,
                0),
            "2026年11月3日，生产单位发给流通单位（缙云县）25 千克，没有收货记录。",
            "On 3 November 2026 a producer shipped 25 kg to a distributor in Jinyun County;"
                + " no receipt is recorded."),
        Arguments.of(
            new Gap(
                GapKind.NO_RECEIPT,
                Station.PRODUCER,
                Station.OUTSIDE,
                null,
                NOV_3,
                25_000_000,
                0,
                0),
            "2026年11月3日，生产单位发给未入链单位 25 千克，此后去向没有记录。",
            "On 3 November 2026 a producer shipped 25 kg to an operator outside the platform;"
                + " where it went from there is not recorded."),
        Arguments.of(
            new Gap(
                GapKind.NO_SHIPMENT,
                Station.DISTRIBUTOR,
                Station.SHOP,
                "331122003",
                null,
                0,
                1_500_000_000,
                0),
            "零售门店（缙云县）收到 1,500 千克，供货的流通单位没有发货记录。",
            "A shop in Jinyun County received 1,500 kg; the supplier, a distributor, recorded no"
                + " shipment."),
        Arguments.of(
            new Gap(
                GapKind.NO_SHIPMENT, Station.OUTSIDE, Station.CATERER, null, NOV_3, 0, 500_000, 0),
            "2026年11月3日，餐饮单位收到 0.5 千克，供货的是未入链单位，没有来源记录。",
            "On 3 November 2026 a caterer received 0.5 kg from an operator outside the platform;"
                + " where it came from before is not recorded."),
        Arguments.of(
            new Gap(
                GapKind.TOO_MUCH_RECEIVED,
                Station.DISTRIBUTOR,
                Station.CATERER,
                "331181",
                NOV_5,
                25_000_000,
                40_000_000,
                0),
            "2026年11月5日，餐饮单位（龙泉市）收到 40 千克，而流通单位只发出 25 千克。",
            "On 5 November 2026 a caterer in Longquan received 40 kg where a distributor shipped"
                + " only 25 kg."),
        Arguments.of(
            new Gap(
                GapKind.NEVER_RECEIVED,
                Station.DISTRIBUTOR,
                null,
                "331122",
                null,
                0,
                25_000_000,
                0),
            "流通单位（缙云县）转出 25 千克，没有记录货从哪里来。",
            "A distributor in Jinyun County passed on 25 kg; where it had that from is not"
                + " recorded."),
        Arguments.of(
            new Gap(
                GapKind.TOO_MUCH_PASSED_ON,
                Station.DISTRIBUTOR,
                null,
                "331122",
                null,
                25_000_000,
                40_000_000,
                0),
            "流通单位（缙云县）转出 40 千克，多于记录在手的 25 千克。",
            "A distributor in Jinyun County passed on 40 kg, more than the 25 kg it had by its"
                + " records."),
        Arguments.of(
            new Gap(GapKind.WAY_ENDS, Station.DISTRIBUTOR, null, "331122", NOV_3, 25_000_000, 0, 0),
            "2026年11月3日，到达流通单位（缙云县）后中断：没有后续发货、销售或使用记录。",
            "On 3 November 2026 the way ends at a distributor in Jinyun County: no further"
                + " shipment, sale or use is recorded."),
        Arguments.of(
            new Gap(GapKind.NEVER_LEFT, Station.PRODUCER, null, "331122", null, 25_000_000, 0, 0),
            "生产单位还没有发货或销售记录。",
            "A producer has recorded no shipment or sale yet."));
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void saysQuantitiesInTheProductsUnit(String unit, long millionths, String zh, String en) {
    Gap gap = new Gap(GapKind.NO_RECEIPT, Station.SHOP, Station.SHOP, null, null, millionths, 0, 0);

    assertThat(ZH.gap(gap, unit)).contains(" " + zh + "，");
    assertThat(EN.gap(gap, unit)).contains(" " + en + " ");
  }

  static Stream<Arguments> amounts() {
    return Stream.of(
        Arguments.of("KGM", 25_000_000L, "25 千克", "25 kg"),
        Arguments.of("KGM", 1L, "0.000001 千克", "0.000001 kg"),
        Arguments.of("GRM", 250_000L, "250 克", "250 g"),
        Arguments.of("GRM", 500L, "0.5 克", "0.5 g"),
        Arguments.of("LTR", 1_234_567_000_000L, "1,234,567 升", "1,234,567 L"),
        Arguments.of("MLT", 330_000L, "330 毫升", "330 mL"),
        Arguments.of("TNE", 1_500_000_000L, "1.5 吨", "1.5 t"),
        Arguments.of("MGM", 5L, "5 毫克", "5 mg"),
        Arguments.of("H87", 1_000_000L, "1 件", "1 piece"),
        Arguments.of("H87", 500_000_000L, "500 件", "500 pieces"),
        Arguments.of("XBX", 2_000_000L, "2 XBX", "2 XBX"),
        Arguments.of("KGM", 0L, "0 千克", "0 kg"));
  }

  @Test
  void saysWhereManyBuyersAre() {
    Leg leg =
        new Leg(
            Station.DISTRIBUTOR,
            Station.SHOP,
            1200,
            1400,
            1397,
            2,
            NOV_3,
            NOV_5,
            List.of(
                new Leg.Place("331122", 800),
                new Leg.Place("331102", 200),
                new Leg.Place(null, 50)));

    assertThat(ZH.destination(leg)).isEqualTo("零售门店 · 1200 家");
    assertThat(ZH.journey(leg)).isEqualTo("2026年11月3日至11月5日，来自流通单位");
    assertThat(ZH.places(leg)).isEqualTo("缙云县 800 家、莲都区 200 家、地区不详 50 家，其他地区 150 家");
    assertThat(ZH.agreement(leg)).isEqualTo("1400 笔中有 2 笔只有一方的记录，1 笔收发记录对不上");
    assertThat(EN.destination(leg)).isEqualTo("1200 shops");
    assertThat(EN.journey(leg)).isEqualTo("3 November to 5 November 2026, from a distributor");
    assertThat(EN.places(leg))
        .isEqualTo(
            "Jinyun County (800), Liandu District (200), place not recorded (50), elsewhere (150)");
    assertThat(EN.agreement(leg))
        .isEqualTo(
            "Of 1400 deliveries, only one side is on record of 2; shipment and receipt do not agree in 1");
  }

  @Test
  void saysWhereTheOnlyBuyerIs() {
    Leg leg =
        new Leg(
            Station.OUTSIDE,
            Station.CENTRAL_KITCHEN,
            1,
            1,
            1,
            0,
            NOV_3,
            NOV_3,
            List.of(new Leg.Place("331122", 1)));

    assertThat(ZH.destination(leg)).isEqualTo("中央厨房");
    assertThat(ZH.journey(leg)).isEqualTo("2026年11月3日，来自未入链单位");
    assertThat(ZH.places(leg)).isEqualTo("缙云县");
    assertThat(ZH.agreement(leg)).isEqualTo("收发记录一致");
    assertThat(EN.destination(leg)).isEqualTo("Central kitchen");
    assertThat(EN.journey(leg)).isEqualTo("3 November 2026, from an operator outside the platform");
    assertThat(EN.places(leg)).isEqualTo("Jinyun County");
    assertThat(EN.agreement(leg)).isEqualTo("Shipment and receipt agree");
  }

  @Test
  void saysAYearTwiceOnlyWhenItChanges() {
    Leg leg =
        new Leg(
            Station.PRODUCER,
            Station.OUTSIDE,
            2,
            2,
            0,
            0,
            LocalDate.parse("2026-12-30"),
            LocalDate.parse("2027-01-02"),
            List.of());

    assertThat(ZH.journey(leg)).isEqualTo("2026年12月30日至2027年1月2日，来自生产单位");
    assertThat(EN.journey(leg)).isEqualTo("30 December 2026 to 2 January 2027, from a producer");
    assertThat(EN.destination(leg)).isEqualTo("2 operators outside the platform");
    assertThat(EN.places(leg)).isEmpty();
  }

  @Test
  void saysJourneysWithoutADayByWhereTheyCameFrom() {
    Leg leg = new Leg(Station.PRODUCER, Station.SHOP, 1, 1, 0, 0, null, null, List.of());

    assertThat(ZH.journey(leg)).isEqualTo("来自生产单位");
    assertThat(EN.journey(leg)).isEqualTo("From a producer");
    assertThat(ZH.agreement(leg)).isEqualTo("收发记录对不上");
    assertThat(EN.agreement(leg)).isEqualTo("Shipment and receipt do not agree");
  }

  @Test
  void doesNotCallItADisagreementWhenOnlyOneSideSpoke() {
    Leg one = new Leg(Station.PRODUCER, Station.SHOP, 1, 1, 0, 1, null, null, List.of());
    Leg all = new Leg(Station.PRODUCER, Station.SHOP, 3, 3, 0, 3, null, null, List.of());

    assertThat(ZH.agreement(one)).isEqualTo("只有一方的记录");
    assertThat(EN.agreement(one)).isEqualTo("Only one side is on record");
    assertThat(ZH.agreement(all)).isEqualTo("3 笔中有 3 笔只有一方的记录");
    assertThat(EN.agreement(all)).isEqualTo("Of 3 deliveries, only one side is on record of 3");
  }

  @Test
  void beginsTheWayWhereTheLotCameOnTheChain() {
    assertThat(ZH.verdict(LotStory.of(lot(Making.PRODUCED, null), NOV_3))).startsWith("从生产者到");
    assertThat(ZH.verdict(LotStory.of(lot(Making.BROUGHT_IN, null), NOV_3)))
        .startsWith("从进入本地的第一站到");
    assertThat(EN.verdict(LotStory.of(lot(Making.BROUGHT_IN, null), NOV_3)))
        .startsWith("From where it entered to")
        .doesNotContain("maker");
  }

  @Test
  void saysSinceWhenALotIsStopped() {
    LotStory recalled = LotStory.of(lot(Making.PRODUCED, Stop.RECALLED), NOV_5);
    LotStory held = LotStory.of(lot(Making.PRODUCED, Stop.HELD), NOV_5);

    assertThat(ZH.verdict(recalled)).contains("自 2026年11月3日起正在召回");
    assertThat(EN.verdict(recalled)).contains("has since 3 November 2026 been called back");
    assertThat(ZH.verdict(held)).contains("自 2026年11月3日起暂停销售");
    assertThat(EN.verdict(held)).contains("since 3 November 2026");
    assertThat(EN.records(held.records())).isEqualTo("Its records: chained");
  }

  private static LotFacts lot(Making making, Stop stop) {
    return new LotFacts(
        true,
        Origin.RECORDED,
        making,
        stop,
        stop == null ? null : NOV_3,
        null,
        NOV_3,
        NOV_5,
        true,
        NOV_5,
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void saysHowTheFoodReachedThoseWhoEatIt() {
    Ending sold = new Ending(Station.SHOP, false, 3);
    Ending used = new Ending(Station.CATERER, true, 1);

    assertThat(ZH.ending(sold)).isEqualTo("3 家零售门店已有售出记录");
    assertThat(ZH.ending(used)).isEqualTo("1 家餐饮单位已有使用记录");
    assertThat(EN.ending(sold)).isEqualTo("Sales recorded by 3 shops");
    assertThat(EN.ending(used)).isEqualTo("Use recorded by 1 caterer");
  }

  @Test
  void tellsUseInAKitchenFromUseForOtherFood() {
    Ending used = new Ending(Station.PRODUCER, true, 2);

    assertThat(ZH.ending(used)).isEqualTo("2 家生产单位已用于加工或分装");
    assertThat(EN.ending(used)).isEqualTo("Made into other lots by 2 producers");
  }

  @Test
  void saysHowALotCameOnTheChain() {
    assertThat(ZH.maker(Making.BROUGHT_IN)).isEqualTo("首站单位");
    assertThat(EN.made(Making.REPACKED)).isEqualTo("Packed anew");
  }

  @Test
  void saysHowLongALotKeeps() {
    LotFacts facts =
        new LotFacts(
            true,
            Origin.RECORDED,
            Making.PRODUCED,
            null,
            null,
            null,
            NOV_3,
            NOV_5,
            true,
            NOV_5,
            List.of(),
            List.of(),
            List.of());

    assertThat(EN.keeps(LotStory.of(facts, NOV_3))).isEqualTo("2 days left");
    assertThat(EN.keeps(LotStory.of(facts, NOV_5))).isEqualTo("Last day today");
    assertThat(EN.keeps(LotStory.of(facts, NOV_5.plusDays(1)))).isEqualTo("Expired");
    assertThat(ZH.keeps(LotStory.of(facts, NOV_3))).isEqualTo("还有 2 天到期");
    assertThat(ZH.keeps(LotStory.of(facts, NOV_5))).isEqualTo("今天到期");
    assertThat(ZH.keeps(LotStory.of(facts, NOV_5.plusDays(1)))).isEqualTo("已过期");
    assertThat(ZH.keeps(LotStory.of(LotFacts.unheardOf(), NOV_3))).isNull();
  }

  @Test
  void namesARegionWithThoseRoundIt() {
    assertThat(ZH.region("331122")).isEqualTo("浙江省丽水市缙云县");
    assertThat(EN.region("331122")).isEqualTo("Jinyun County, Lishui, Zhejiang");
    assertThat(ZH.region("331122003")).isEqualTo("浙江省丽水市缙云县");
    assertThat(EN.region("331127")).isEqualTo("Jingning She Autonomous County, Lishui, Zhejiang");
    assertThat(ZH.region("331100")).isEqualTo("浙江省丽水市");
    assertThat(ZH.region("310115")).isEqualTo("上海市（区划代码 310115）");
    assertThat(EN.region("310115")).isEqualTo("Shanghai (region code 310115)");
    assertThat(EN.region("990000")).isEqualTo("(region code 990000)");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void choosesALanguage(String asked, String accepted, Language expected) {
    assertThat(Language.choose(asked, accepted)).isEqualTo(expected);
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(null, null, Language.CHINESE),
        Arguments.of(null, "", Language.CHINESE),
        Arguments.of(null, "*", Language.CHINESE),
        Arguments.of(null, "fr-FR, ja;q=0.9", Language.CHINESE),
        Arguments.of(null, "en-GB,en;q=0.9", Language.ENGLISH),
        Arguments.of(null, "zh-Hant-TW, en;q=0.8", Language.CHINESE),
        Arguments.of(null, "en;q=0.5, zh;q=0.9", Language.CHINESE),
        Arguments.of(null, "zh;q=0, en", Language.ENGLISH),
        Arguments.of(null, "fr, en;q=0.1", Language.ENGLISH),
        Arguments.of(null, ";;;q=x", Language.CHINESE),
        Arguments.of("en", "zh-CN", Language.ENGLISH),
        Arguments.of("en-US", null, Language.ENGLISH),
        Arguments.of("zh-CN", "en", Language.CHINESE),
        Arguments.of("tlh", "en", Language.ENGLISH),
        Arguments.of("<script>", "en", Language.ENGLISH),
        Arguments.of("", "en", Language.ENGLISH));
  }
}
