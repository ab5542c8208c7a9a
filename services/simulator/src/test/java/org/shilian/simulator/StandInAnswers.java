package org.shilian.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.truth.Direction;
import org.shilian.simulator.truth.Filter;
import org.shilian.simulator.truth.FlagKind;
import org.shilian.simulator.truth.Holding;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Rate;
import org.shilian.simulator.truth.Trace;
import org.shilian.simulator.truth.View;

/** What the stand-in says to a regulator, as the API writes it; it can be made to lie. */
final class StandInAnswers {
  private final View view;
  private final LocalDate today;
  private final Rate lie;
  private final boolean hidesAnEnd;

  StandInAnswers(View view, LocalDate today, Rate lie, boolean hidesAnEnd) {
    this.view = view;
    this.today = today;
    this.lie = lie;
    this.hidesAnEnd = hidesAnEnd;
  }

  static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> asked = new HashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      asked.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    return asked;
  }

  void rate(Map<String, String> asked, ObjectNode answer) {
    String from = asked.get("from");
    String to = asked.get("to");
    Filter filter =
        new Filter(
            from == null ? null : LocalDate.parse(from),
            to == null ? null : LocalDate.parse(to),
            asked.get("region"),
            asked.get("category"));
    Rate rate = view.rate(filter).plus(lie);
    answer.put(
        "rate", rate.denominator() == 0 ? null : (double) rate.numerator() / rate.denominator());
    answer.put("numerator", rate.numerator()).put("denominator", rate.denominator());
    answer.putObject("exclusions").put("immature", rate.immature()).put("void", rate.voided());
    answer.put("asOf", today.toString());
  }

  void flags(Map<String, String> asked, ObjectNode answer) {
    FlagKind kind =
        Arrays.stream(FlagKind.values())
            .filter(one -> one.text().equals(asked.get("kind")))
            .findFirst()
            .orElseThrow();
    String from = asked.get("from");
    String to = asked.get("to");
    answer.put(
        "total",
        view.flags(
            kind,
            from == null ? null : OffsetDateTime.parse(from).toLocalDate(),
            to == null ? null : OffsetDateTime.parse(to).toLocalDate().minusDays(1)));
  }

  /** The status. */
  int trace(Direction direction, Map<String, String> asked, ObjectNode answer) {
    LotKey lot =
        new LotKey(
            Objects.requireNonNull(asked.get("gtin")), Objects.requireNonNull(asked.get("lot")));
    if (!view.lots().contains(lot)) {
      answer.put("status", 404);
      return 404;
    }
    Trace trace = view.trace(lot, direction).orElseThrow();
    if (trace.holdings().isEmpty()) {
      answer.put("status", 404);
      return 404;
    }
    int size = Integer.parseInt(asked.getOrDefault("size", "1000"));
    int from = Integer.parseInt(asked.getOrDefault("after", "0"));
    List<Holding> all = List.copyOf(trace.holdings());
    List<Holding> page = all.subList(from, Math.min(all.size(), from + size));
    answer.put("complete", true);
    ArrayNode nodes = answer.putArray("nodes");
    ArrayNode ends = answer.putArray("ends");
    for (Holding holding : page) {
      nodes.add(json(holding));
      trace.ends().stream()
          .filter(end -> end.at().equals(holding))
          .forEach(end -> ends.add(json(holding).put("reason", end.reason())));
    }
    if (hidesAnEnd && ends.size() > 0) {
      ends.remove(0);
    }
    if (from + size < all.size()) {
      answer.put("next", Integer.toString(from + size));
    }
    return 200;
  }

  private static ObjectNode json(Holding holding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("gtin", holding.lot().gtin())
        .put("lot", holding.lot().lot())
        .put("operator", holding.operator());
  }
}
