package org.shilian.simulator.days;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Evidence;
import org.shilian.simulator.paper.TestItem;

/** Tests, and the growers' certificates that rest on them or on nothing. */
final class Laboratory {
  private static final double FAILS = 0.02;

  /** What is looked for, with its limit and the digits of its unit. */
  private record Agent(String name, String limit, double most) {}

  private static final List<Agent> AGENTS =
      List.of(
          new Agent("毒死蜱", "0.02 mg/kg", 0.02),
          new Agent("克百威", "0.02 mg/kg", 0.02),
          new Agent("铅（以 Pb 计）", "0.2 mg/kg", 0.2),
          new Agent("二氧化硫残留量", "0.1 g/kg", 0.1),
          new Agent("恩诺沙星", "100 μg/kg", 100));

  private final Today today;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;

  Laboratory(Scene scene) {
    this.today = scene.today();
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("laboratory");
  }

  /** One to three items of a report, which passes when all of them do. */
  List<TestItem> items(boolean passed) {
    List<TestItem> items = new ArrayList<>();
    int from = dice.below(AGENTS.size());
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      Agent agent = AGENTS.get((from + i) % AGENTS.size());
      boolean good = passed || i > 0;
      double found = agent.most() * (good ? dice.between(0, 0.8) : dice.between(1.2, 4));
      String unit = agent.limit().substring(agent.limit().indexOf(' ') + 1);
      items.add(
          new TestItem(
              agent.name(),
              String.format(Locale.ROOT, "%.3f %s", found, unit),
              agent.limit(),
              good));
    }
    return items;
  }

  /**
   * Whether a factory's test lets a lot go; it is written down if the factory cares to.
   *
   * @param time when the lot was made
   */
  boolean factoryTest(Operator maker, Lot lot, OffsetDateTime time) {
    boolean passed = !dice.chance(FAILS);
    if (!passed) {
      tray.count(Mishap.TEST_FAILED);
    }
    if (!passed || dice.chance(0.7 * maker.habits().care())) {
      String unused =
          test(maker, lot, "factory", maker.name() + "检验室", passed, time.plusMinutes(40));
    }
    return passed;
  }

  /** A market's quick look at what came in. */
  void rapidTest(Operator market, Lot lot) {
    String unused = test(market, lot, "rapid", market.name() + "快检室", true, today.at(dice, 14, 18));
  }

  /** What a grower hands out with a lot, mostly without a test behind it. */
  void certify(Operator grower, Lot lot, OffsetDateTime time) {
    if (!dice.chance(0.65 * grower.habits().care())) {
      return;
    }
    double which = dice.unit();
    String basis = which < 0.1 ? "commissioned-test" : which < 0.4 ? "own-test" : "control";
    String report = null;
    if (!basis.equals("control") && dice.chance(0.6)) {
      boolean own = basis.equals("own-test");
      String laboratory = own ? grower.name() + "自检室" : "丽水市农产品质量安全检测中心";
      report =
          test(grower, lot, own ? "rapid" : "commissioned", laboratory, true, time.plusMinutes(10));
    }
    certificate(grower, lot, time.plusMinutes(25), basis, report);
  }

  private void certificate(
      Operator grower, Lot lot, OffsetDateTime time, String basis, @Nullable String report) {
    clerk.note(
        grower,
        time,
        new Evidence.Certify(
            lot,
            today.document("HGZ"),
            basis,
            grower.name(),
            "浙江省丽水市缙云县" + grower.town().name(),
            today.date(),
            report));
  }

  /** Writes down a test and gives the number of its report. */
  private String test(
      Operator by, Lot lot, String kind, String laboratory, boolean passed, OffsetDateTime time) {
    String report = today.document("JC");
    String hash = dice.chance(0.3) ? hash() : null;
    clerk.note(
        by,
        time,
        new Evidence.Test(
            lot, report, kind, laboratory, items(passed), passed, hash, dice.chance(0.4)));
    return report;
  }

  private String hash() {
    HexFormat hex = HexFormat.of();
    StringBuilder hash = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      hash.append(hex.toHexDigits(dice.next()));
    }
    return hash.toString();
  }
}
