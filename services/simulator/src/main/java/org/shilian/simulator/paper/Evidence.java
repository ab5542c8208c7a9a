package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.goods.Lot;

/** Something was found out, promised or put aside; no goods moved. */
public sealed interface Evidence extends Detail {

  /**
   * A lot was tested.
   *
   * @param kind factory, rapid or commissioned
   * @param documentHash SHA-256 of the report in hexadecimal; null when it is on paper only
   */
  record Test(
      Lot lot,
      String reportNo,
      String kind,
      String laboratory,
      List<TestItem> items,
      boolean passed,
      @Nullable String documentHash,
      boolean open)
      implements Evidence {
    public Test {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "TEST";
    }

    @Override
    public void writeTo(ObjectNode json) {
      Texts.putLot(json, lot);
      json.put("reportNo", reportNo).put("kind", kind).put("laboratory", laboratory);
      Texts.putAll(json, "items", items, TestItem::writeTo);
      json.put("result", passed ? "pass" : "fail");
      Texts.putIfThere(json, "documentHash", documentHash);
      if (open) {
        json.put("public", true);
      }
    }
  }

  /**
   * 承诺达标合格证: a grower's promise.
   *
   * @param basis control, own-test or commissioned-test
   * @param testReportNo the test that it rests on, if there is one on the platform
   */
  record Certify(
      Lot lot,
      String certificateNo,
      String basis,
      String promisor,
      String origin,
      LocalDate issued,
      @Nullable String testReportNo)
      implements Evidence {
    @Override
    public String type() {
      return "CERTIFY";
    }

    @Override
    public void writeTo(ObjectNode json) {
      Texts.putLot(json, lot);
      json.put("certificateNo", certificateNo).put("basis", basis).put("promisor", promisor);
      json.put("origin", origin).put("issued", issued.toString());
      Texts.putIfThere(json, "testReportNo", testReportNo);
    }
  }

  /** Temperatures of lots or of boxes; one of the two lists is empty. */
  record Temperature(
      List<Lot> lots,
      List<String> boxes,
      List<Reading> readings,
      @Nullable BigDecimal lowest,
      BigDecimal highest,
      String device)
      implements Evidence {
    public Temperature {
      lots = List.copyOf(lots);
      boxes = List.copyOf(boxes);
      readings = List.copyOf(readings);
    }

    @Override
    public String type() {
      return "TEMPERATURE";
    }

    @Override
    public void writeTo(ObjectNode json) {
      Texts.putLots(json, lots);
      Texts.putIfThere(json, "boxes", boxes);
      Texts.putAll(
          json,
          "readings",
          readings,
          (reading, node) ->
              node.put("time", Texts.time(reading.time())).put("celsius", reading.celsius()));
      if (lowest != null) {
        json.put("lowest", lowest);
      }
      json.put("highest", highest);
      json.put("device", device);
    }
  }

  /** What a thermometer said. */
  record Reading(OffsetDateTime time, BigDecimal celsius) {}

  /** 留样: some of a dish was put aside. */
  record Sample(String dish, int grams, OffsetDateTime keptUntil, List<Lot> lots)
      implements Evidence {
    public Sample {
      lots = List.copyOf(lots);
    }

    @Override
    public String type() {
      return "SAMPLE";
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("dish", dish).put("grams", grams).put("keptUntil", Texts.time(keptUntil));
      Texts.putLots(json, lots);
    }
  }

  /** 外卖封签: a meal to take away was sealed. */
  record Seal(String orderCode, String seal, List<String> dishes, List<Lot> lots)
      implements Evidence {
    public Seal {
      dishes = List.copyOf(dishes);
      lots = List.copyOf(lots);
    }

    @Override
    public String type() {
      return "SEAL";
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("orderCode", orderCode).put("seal", seal);
      Texts.putIfThere(json, "dishes", dishes);
      Texts.putLots(json, lots);
    }
  }

  /**
   * 抽检: the bureau tested a sample; a failure holds the lot.
   *
   * @param stage production, distribution or catering
   * @param inspected USCC
   */
  record Inspect(
      String sampleNo,
      String stage,
      String inspected,
      Lot lot,
      List<TestItem> items,
      boolean passed)
      implements Evidence {
    public Inspect {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "INSPECT";
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("sampleNo", sampleNo).put("stage", stage).put("inspected", inspected);
      Texts.putLot(json, lot);
      Texts.putAll(json, "items", items, TestItem::writeTo);
      json.put("conclusion", passed ? "pass" : "fail");
    }
  }
}
