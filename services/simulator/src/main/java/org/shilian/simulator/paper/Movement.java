package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods were made, moved or used up. */
public sealed interface Movement extends Detail {

  /** A lot was made, of others if there are inputs. */
  record Produce(Making made, List<Line> inputs) implements Movement {
    public Produce {
      inputs = List.copyOf(inputs);
    }

    @Override
    public String type() {
      return "PRODUCE";
    }

    @Override
    public List<Line> lines() {
      return List.of(made.line());
    }

    @Override
    public Produce withLines(List<Line> others) {
      return new Produce(made.withLine(others.get(0)), inputs);
    }

    @Override
    public void writeTo(ObjectNode json) {
      made.writeTo(json);
      if (!inputs.isEmpty()) {
        Texts.putAll(json, "inputs", inputs, Line::writeTo);
      }
    }
  }

  /** Lots came from where the platform does not reach. */
  record FirstIn(Party supplier, String orderCode, Source source, List<Making> makings)
      implements Movement {
    public FirstIn {
      makings = List.copyOf(makings);
    }

    @Override
    public String type() {
      return "FIRST_IN";
    }

    @Override
    public List<Line> lines() {
      return makings.stream().map(Making::line).toList();
    }

    @Override
    public FirstIn withLines(List<Line> others) {
      return new FirstIn(supplier, orderCode, source, with(makings, others));
    }

    @Override
    public void writeTo(ObjectNode json) {
      supplier.writeTo(json, "supplier");
      Texts.putIfThere(json, "orderCode", orderCode);
      source.writeTo(json);
      Texts.putAll(json, "lines", makings, Making::writeTo);
    }
  }

  /** Lots were packed anew. */
  record Repack(List<Line> inputs, List<Making> outputs) implements Movement {
    public Repack {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }

    @Override
    public String type() {
      return "REPACK";
    }

    @Override
    public List<Line> lines() {
      return outputs.stream().map(Making::line).toList();
    }

    @Override
    public Repack withLines(List<Line> others) {
      return new Repack(inputs, with(outputs, others));
    }

    @Override
    public void writeTo(ObjectNode json) {
      Texts.putAll(json, "inputs", inputs, Line::writeTo);
      Texts.putAll(json, "outputs", outputs, Making::writeTo);
    }
  }

  /**
   * Lots left for a buyer.
   *
   * @param orderCode empty when the delivery has none
   * @param boxes SSCCs
   */
  record Ship(
      Party buyer,
      String orderCode,
      @Nullable String handler,
      List<String> boxes,
      @Override List<Line> lines)
      implements Movement {
    public Ship {
      boxes = List.copyOf(boxes);
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "SHIP";
    }

    @Override
    public Ship withLines(List<Line> others) {
      return new Ship(buyer, orderCode, handler, boxes, others);
    }

    @Override
    public void writeTo(ObjectNode json) {
      buyer.writeTo(json, "buyer");
      Texts.putIfThere(json, "orderCode", orderCode);
      Texts.putIfThere(json, "handler", handler);
      Texts.putIfThere(json, "boxes", boxes);
      writeLines(json, lines);
    }
  }

  /**
   * Lots came from a supplier.
   *
   * @param orderCode empty when the delivery has none
   * @param allLines everything in the order, as it was shipped; then there are no lines
   */
  record Receive(
      Party supplier,
      String orderCode,
      boolean allLines,
      @Override List<Line> lines,
      List<Refusal> refused,
      List<String> vouchers)
      implements Movement {
    public Receive {
      lines = List.copyOf(lines);
      refused = List.copyOf(refused);
      vouchers = List.copyOf(vouchers);
    }

    /** Line by line. */
    public static Receive of(Party supplier, String orderCode, List<Line> lines) {
      return new Receive(supplier, orderCode, false, lines, List.of(), List.of());
    }

    /** With one look. */
    public static Receive all(Party supplier, String orderCode) {
      return new Receive(supplier, orderCode, true, List.of(), List.of(), List.of());
    }

    public Receive withRefused(List<Refusal> others) {
      return new Receive(supplier, orderCode, allLines, lines, others, vouchers);
    }

    public Receive withVouchers(List<String> others) {
      return new Receive(supplier, orderCode, allLines, lines, refused, others);
    }

    public Receive withOrderCode(String other) {
      return new Receive(supplier, other, allLines, lines, refused, vouchers);
    }

    @Override
    public String type() {
      return "RECEIVE";
    }

    @Override
    public Receive withLines(List<Line> others) {
      return new Receive(supplier, orderCode, allLines, others, refused, vouchers);
    }

    @Override
    public void writeTo(ObjectNode json) {
      supplier.writeTo(json, "supplier");
      Texts.putIfThere(json, "orderCode", orderCode);
      if (allLines) {
        json.put("allLines", true);
      } else if (!lines.isEmpty()) {
        writeLines(json, lines);
      }
      if (!refused.isEmpty()) {
        Texts.putAll(json, "refused", refused, Refusal::writeTo);
      }
      Texts.putIfThere(json, "vouchers", vouchers);
    }
  }

  /** Lots were sold to consumers. */
  record Sell(@Override List<Line> lines) implements Movement {
    public Sell {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "SELL";
    }

    @Override
    public Sell withLines(List<Line> others) {
      return new Sell(others);
    }

    @Override
    public void writeTo(ObjectNode json) {
      writeLines(json, lines);
    }
  }

  /** Lots went into a meal. */
  record Use(@Override List<Line> lines, String meal, @Nullable String sitting)
      implements Movement {
    public Use {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "USE";
    }

    @Override
    public Use withLines(List<Line> others) {
      return new Use(others, meal, sitting);
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("meal", meal);
      Texts.putIfThere(json, "sitting", sitting);
      writeLines(json, lines);
    }
  }

  /** Lots were thrown away. */
  record Dispose(@Override List<Line> lines, String reason) implements Movement {
    public Dispose {
      lines = List.copyOf(lines);
    }

    @Override
    public String type() {
      return "DISPOSE";
    }

    @Override
    public Dispose withLines(List<Line> others) {
      return new Dispose(others, reason);
    }

    @Override
    public void writeTo(ObjectNode json) {
      writeLines(json, lines);
      json.put("reason", reason);
    }
  }

  private static void writeLines(ObjectNode json, List<Line> lines) {
    Texts.putAll(json, "lines", lines, Line::writeTo);
  }

  private static List<Making> with(List<Making> makings, List<Line> lines) {
    List<Making> others = new ArrayList<>();
    for (int i = 0; i < makings.size(); i++) {
      others.add(makings.get(i).withLine(lines.get(i)));
    }
    return others;
  }
}
