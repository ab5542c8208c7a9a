package org.shilian.ledger.trace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Through;
import org.shilian.ledger.trace.start.Start;
import org.shilian.problem.ProblemException;

/** Reads a trace's query parameters. */
final class QueryReader {
  static final int DEFAULT_DEPTH = 20;
  static final int MOST_DEPTH = 100;
  static final int DEFAULT_SIZE = 1000;
  static final int MOST_SIZE = 10_000;

  private static final int LONGEST_ORDER = 200;
  private static final int LONGEST_PARTY = 300;
  private static final String OTHER_START = "does not go with this start";

  private final TraceQuery query;
  private final Parameters parameters = new Parameters();

  QueryReader(TraceQuery query) {
    this.query = query;
  }

  /**
   * What is asked.
   *
   * @throws ProblemException INVALID_INPUT naming each parameter that breaks a rule
   */
  TraceRequest request(Direction direction) {
    Start start = start();
    int depth = parameters.number("depth", query.depth, DEFAULT_DEPTH, MOST_DEPTH);
    int size = parameters.number("size", query.size, DEFAULT_SIZE, MOST_SIZE);
    Cursor after = null;
    if (start != null && depth > 0) {
      String question = TraceRequest.question(direction, Through.RECORDED, start, depth);
      after = parameters.optional("after", query.after, text -> Cursor.parse(text, question));
    }
    parameters.throwIfBroken();
    return new TraceRequest(
        direction, Through.RECORDED, Objects.requireNonNull(start), depth, size, after);
  }

  private @Nullable Start start() {
    Map<String, @Nullable String> kinds = new LinkedHashMap<>();
    kinds.put("lot", query.lot);
    kinds.put("serial", query.serial);
    kinds.put("order", query.order);
    kinds.put("box", query.box);
    kinds.put("from", query.from != null ? query.from : query.to);
    List<String> given = kinds.keySet().stream().filter(kind -> kinds.get(kind) != null).toList();
    if (given.isEmpty()) {
      parameters.refuse(
          "gtin",
          query.gtin,
          "must come with lot or serial, unless order, or box, or operator with from and to is"
              + " given");
      return null;
    }
    if (given.size() > 1) {
      parameters.refuse(
          given.get(1), kinds.get(given.get(1)), "must not be given together with " + given.get(0));
      return null;
    }
    return switch (given.get(0)) {
      case "lot" -> lot();
      case "serial" -> item();
      case "order" -> order();
      case "box" -> box();
      default -> window();
    };
  }

  private @Nullable Start lot() {
    Gtin gtin = parameters.required("gtin", query.gtin, Gtin::parse);
    Lot lot = parameters.required("lot", query.lot, Lot::new);
    String party = parameters.optional("operator", query.operator, QueryReader::party);
    return gtin == null || lot == null ? null : new Start.OfLot(new LotKey(gtin, lot), party);
  }

  private @Nullable Start item() {
    parameters.refuseIfGiven("operator", query.operator, OTHER_START);
    Gtin gtin = parameters.required("gtin", query.gtin, Gtin::parse);
    Serial serial = parameters.required("serial", query.serial, Serial::new);
    return gtin == null || serial == null ? null : new Start.OfItem(gtin, serial);
  }

  private @Nullable Start order() {
    refuseProductAndOperator();
    String code = parameters.required("order", query.order, QueryReader::orderCode);
    return code == null ? null : new Start.OfOrder(code);
  }

  private @Nullable Start box() {
    refuseProductAndOperator();
    Sscc box = parameters.required("box", query.box, Sscc::new);
    return box == null ? null : new Start.OfBox(box);
  }

  private void refuseProductAndOperator() {
    parameters.refuseIfGiven("gtin", query.gtin, OTHER_START);
    parameters.refuseIfGiven("operator", query.operator, OTHER_START);
  }

  private @Nullable Start window() {
    parameters.refuseIfGiven("gtin", query.gtin, OTHER_START);
    Uscc operator = parameters.required("operator", query.operator, Uscc::new);
    Instant from = parameters.required("from", query.from, Parameters::instant);
    Instant to = parameters.required("to", query.to, Parameters::instant);
    if (from != null && to != null && !from.isBefore(to)) {
      parameters.refuse("to", query.to, "is not after from, " + query.from);
    }
    return operator == null || from == null || to == null
        ? null
        : new Start.OfWindow(operator, from, to);
  }

  /** A party as holdings name it: a USCC, or the key of one off chain. */
  private static String party(String text) {
    boolean offChain = text.startsWith("licence:") || text.startsWith("name:");
    return offChain ? line(text, LONGEST_PARTY) : new Uscc(text).value();
  }

  private static String line(String text, int longest) {
    if (text.isBlank()
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "is not 1 to " + longest + " characters without control characters");
    }
    return text;
  }

  /** An order as the ledger spells it: a GDTI by its value, whatever it was read from. */
  private static String orderCode(String text) {
    String code = line(text, LONGEST_ORDER);
    if (!code.startsWith("http://") && !code.startsWith("https://")) {
      return code;
    }
    try {
      DigitalLink link = DigitalLink.parse(code);
      return link.primaryKeyAi().equals("253") ? link.primaryKey() : code;
    } catch (Gs1Exception e) {
      return code;
    }
  }
}
