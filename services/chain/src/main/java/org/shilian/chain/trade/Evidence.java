package org.shilian.chain.trade;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/** A trade event that says something about lots and moves none of them. */
public sealed interface Evidence extends TradeEvent {

  /**
   * A maker's or buyer's test of a lot.
   *
   * @param kind {@code factory} 出厂, {@code rapid} 快检 or {@code commissioned} 委托
   * @param documentHash SHA-256 of the report, 64 lower-case hexadecimal digits
   * @param open whether consumers may see the report's number and items
   */
  record Test(
      Envelope envelope,
      LotKey lot,
      String reportNo,
      String kind,
      String laboratory,
      List<TestItem> items,
      boolean passed,
      @Nullable String documentHash,
      boolean open)
      implements Evidence {
    private static final List<String> KINDS = List.of("factory", "rapid", "commissioned");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Copies the items; refuses a kind there is not, and a hash that is none. */
    public Test {
      items = List.copyOf(items);
      Rules.name("reportNo", reportNo);
      Rules.oneOf("kind", kind, KINDS);
      Rules.name("laboratory", laboratory);
      if (documentHash != null && !SHA_256.matcher(documentHash).matches()) {
        throw new TradeException(
            "documentHash", documentHash, "must be 64 lower-case hexadecimal digits");
      }
    }

    @Override
    public Type type() {
      return Type.TEST;
    }

    @Override
    public List<LotKey> lots() {
      return List.of(lot);
    }
  }

  /**
   * 承诺达标合格证: the grower's promise that a lot meets the standard.
   *
   * @param basis {@code control}, {@code own-test} or {@code commissioned-test}
   * @param testReportNo the report of the TEST it rests on; null if on none
   */
  record Certify(
      Envelope envelope,
      LotKey lot,
      String certificateNo,
      String basis,
      String promisor,
      String origin,
      LocalDate issued,
      @Nullable String testReportNo)
      implements Evidence {
    private static final List<String> BASES = List.of("control", "own-test", "commissioned-test");

    /** Refuses a basis there is not. */
    public Certify {
      Rules.name("certificateNo", certificateNo);
      Rules.oneOf("basis", basis, BASES);
      Rules.name("promisor", promisor);
      Rules.name("origin", origin);
      Rules.date("issued", issued);
      Rules.name("testReportNo", testReportNo);
    }

    @Override
    public Type type() {
      return Type.CERTIFY;
    }

    @Override
    public List<LotKey> lots() {
      return List.of(lot);
    }
  }

  /**
   * Temperatures measured at lots or boxes.
   *
   * @param lowest the lowest that is allowed, in °C; null for no limit
   * @param highest the highest that is allowed, in °C; null for no limit
   */
  record Temperature(
      Envelope envelope,
      List<LotKey> lots,
      List<Sscc> boxes,
      List<Reading> readings,
      @Nullable BigDecimal lowest,
      @Nullable BigDecimal highest,
      @Nullable String device)
      implements Evidence {

    /** Copies the lists; refuses one that is about nothing. */
    public Temperature {
      lots = List.copyOf(lots);
      boxes = List.copyOf(boxes);
      readings = List.copyOf(readings);
      if (lots.isEmpty() && boxes.isEmpty()) {
        throw new TradeException("lots", "[]", "must name at least one lot or box");
      }
      Rules.notEmpty("readings", readings);
      if (lowest != null && highest != null && lowest.compareTo(highest) > 0) {
        throw new TradeException(
            "lowest", lowest.toString(), "must not be above highest " + highest);
      }
    }

    @Override
    public Type type() {
      return Type.TEMPERATURE;
    }

    @Override
    public List<String> mentions() {
      return Mention.of(null, boxes, List.of());
    }
  }

  /** A temperature in °C at a time. */
  record Reading(OffsetDateTime time, BigDecimal celsius) {

    /** Refuses a year that none can mean. */
    public Reading {
      Rules.time("time", time);
    }
  }

  /**
   * 留样: a sample of a dish was put aside.
   *
   * @param grams how much, in grams
   * @param keptUntil until when it is kept
   * @param lots what the dish was made of, if that is said
   */
  record Sample(
      Envelope envelope, String dish, BigDecimal grams, OffsetDateTime keptUntil, List<LotKey> lots)
      implements Evidence {

    /** Copies the lots; refuses a sample of nothing. */
    public Sample {
      lots = List.copyOf(lots);
      Rules.name("dish", dish);
      Rules.positive("grams", grams);
      Rules.time("keptUntil", keptUntil);
    }

    @Override
    public Type type() {
      return Type.SAMPLE;
    }
  }

  /**
   * 外卖封签: a takeaway meal was sealed.
   *
   * @param orderCode the order's GDTI, as an element value or Digital Link
   * @param seal the number on the seal; a GDTI if the seal has a code of its own
   * @param packing whether the meal is still being packed: what is in it is known, and the seal is
   *     not on it yet
   * @param lots what the dishes were made of, if that is said
   */
  record Seal(
      Envelope envelope,
      String orderCode,
      String seal,
      boolean packing,
      List<String> dishes,
      List<LotKey> lots)
      implements Evidence {

    /** Copies the lists; refuses a seal on nothing. */
    public Seal {
      Rules.order(orderCode);
      dishes = List.copyOf(dishes);
      lots = List.copyOf(lots);
      Rules.name("seal", seal);
      Rules.notEmpty("dishes", dishes);
    }

    @Override
    public Type type() {
      return Type.SEAL;
    }

    @Override
    public List<String> mentions() {
      return seal.equals(orderCode) || !isDocument(seal)
          ? List.of(Mention.order(orderCode))
          : List.of(Mention.order(orderCode), Mention.order(seal));
    }

    private static boolean isDocument(String seal) {
      try {
        return new Gdti(seal).serial() != null;
      } catch (Gs1Exception e) {
        return false;
      }
    }
  }

  /**
   * 抽检: the regulator tested a sample of a lot. A failure opens a hold on the lot.
   *
   * @param stage {@code production}, {@code distribution} or {@code catering}
   * @param inspected the operator where the sample was taken
   */
  record Inspect(
      Envelope envelope,
      String sampleNo,
      String stage,
      Uscc inspected,
      LotKey lot,
      List<TestItem> items,
      boolean passed)
      implements Evidence {
    private static final List<String> STAGES = List.of("production", "distribution", "catering");

    /** Copies the items; refuses a stage there is not. */
    public Inspect {
      items = List.copyOf(items);
      Rules.name("sampleNo", sampleNo);
      Rules.oneOf("stage", stage, STAGES);
    }

    @Override
    public Type type() {
      return Type.INSPECT;
    }

    @Override
    public List<LotKey> lots() {
      return List.of(lot);
    }
  }
}
