package org.shilian.ledger.trace.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.ledger.trace.graph.HoldingId;

/**
 * A page of a trace as a sheet (RFC 4180) with one row a step, the electronic sortable spreadsheet
 * that 21 CFR 1.1455(c) asks for: each row has all that is known of its step, so that rows may be
 * sorted, filtered, and put together with those of other pages.
 */
public final class TraceSheet {
  public static final String MEDIA_TYPE = "text/csv";

  /** The columns, in their order. */
  static final List<String> HEADER =
      List.of(
          "time",
          "event_type",
          "traceability_lot_code",
          "gtin",
          "lot",
          "product",
          "quantity",
          "unit",
          "from",
          "from_name",
          "from_region",
          "to",
          "to_name",
          "to_region",
          "into_gtin",
          "into_lot",
          "order_code",
          "reference_documents",
          "lot_source",
          "lot_source_name",
          "production_date",
          "expiration_date",
          "matched",
          "reason",
          "remark",
          "event_ids");

  /** Without it a spreadsheet takes the text for one in the local code page. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String END_OF_LINE = "\r\n";

  private static final Map<String, Integer> PLACES = new HashMap<>();

  static {
    HEADER.forEach(column -> PLACES.put(column, PLACES.size()));
  }

  private final TraceView trace;
  private final Cards cards;
  private final Map<String, NodeView> nodes = new HashMap<>();
  private final Map<LotKey, NodeView> lots = new HashMap<>();
  private final Map<String, EndView> hopEnds = new HashMap<>();
  private final Map<String, List<String>> papers = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private TraceSheet(TraceView trace, Cards cards) {
    this.trace = trace;
    this.cards = cards;
    for (NodeView node : trace.nodes()) {
      nodes.put(node.id(), node);
      lots.putIfAbsent(lot(node.gtin(), node.lot()), node);
    }
    for (EndView end : trace.ends()) {
      EndView.OfHop hop = end.hop();
      if (hop != null) {
        hopEnds.put(hopKey(end.node(), hop.from(), hop.orderCode()), end);
      }
    }
    for (EvidenceView evidence : trace.evidence()) {
      for (EvidenceView.VoucherView voucher : evidence.vouchers()) {
        papers.put(voucher.eventId(), voucher.vouchers());
      }
    }
  }

  private static String hopKey(String to, String seller, @Nullable String order) {
    return to + "\n" + seller + "\n" + (order == null ? "" : order);
  }

  /** The sheet, in UTF-8 with a byte order mark; its rows by time, those without one last. */
  public static byte[] of(TraceView trace, Cards cards) {
    TraceSheet sheet = new TraceSheet(trace, cards);
    sheet.makings();
    trace.links().forEach(sheet::link);
    trace.nodes().forEach(sheet::consumption);
    trace.ends().forEach(sheet::end);
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    text.append(String.join(",", HEADER)).append(END_OF_LINE);
    sheet.rows.stream().sorted(Row.BY_TIME).forEach(row -> row.write(text));
    return text.toString().getBytes(UTF_8);
  }

  private void makings() {
    for (EvidenceView evidence : trace.evidence()) {
      for (EvidenceView.MakingView making : evidence.makings()) {
        Row row = row(evidence.gtin(), evidence.lot());
        row.set("time", making.eventTime());
        row.set("event_type", making.type().equals("FIRST_IN") ? "first-receiving" : "making");
        to(row, making.operator());
        NodeView maker = nodes.get(new HoldingId(row.lot(), making.operator()).text());
        if (maker != null && evidence.makings().size() == 1) {
          row.set("quantity", maker.made());
        }
        row.set("event_ids", making.eventId());
        rows.add(row);
      }
    }
  }

  private void link(LinkView link) {
    HoldingId from = HoldingId.parse(link.from());
    HoldingId to = HoldingId.parse(link.to());
    if (link.kind().equals(LinkView.MADE_INTO)) {
      Row row = row(from.lot());
      row.set("time", link.madeAt());
      row.set("event_type", "transformation");
      row.set("quantity", link.used());
      from(row, from.party());
      to(row, to.party());
      row.set("into_gtin", to.lot().gtin().value());
      row.set("into_lot", to.lot().lot().value());
      row.set("matched", true);
      row.set("event_ids", String.join(" ", link.eventIds()));
      rows.add(row);
      return;
    }
    side(link, from, to, "shipping", link.shipped(), link.shippedAt());
    side(link, from, to, "receiving", link.received(), link.receivedAt());
  }

  private void side(
      LinkView link,
      HoldingId from,
      HoldingId to,
      String eventType,
      @Nullable BigDecimal quantity,
      @Nullable Instant time) {
    if (quantity == null || quantity.signum() == 0) {
      return;
    }
    Row row = row(from.lot());
    row.set("time", time);
    row.set("event_type", eventType);
    row.set("quantity", quantity);
    from(row, from.party());
    to(row, to.party());
    row.set("order_code", link.orderCode());
    List<String> documents = new ArrayList<>();
    link.eventIds().forEach(id -> documents.addAll(papers.getOrDefault(id, List.of())));
    row.set("reference_documents", String.join("; ", documents));
    row.set("matched", link.matched());
    EndView end = hopEnds.get(hopKey(link.to(), from.party(), link.orderCode()));
    if (end != null) {
      row.set("reason", end.reason());
      row.set("remark", end.text());
    }
    row.set("event_ids", String.join(" ", link.eventIds()));
    rows.add(row);
  }

  private void consumption(NodeView node) {
    consumption(node, "selling", node.sold());
    consumption(node, "using", node.used());
    consumption(node, "disposing", node.disposed());
  }

  private void consumption(NodeView node, String eventType, @Nullable BigDecimal quantity) {
    if (quantity == null || quantity.signum() == 0) {
      return;
    }
    Row row = row(node.gtin(), node.lot());
    row.set("event_type", eventType);
    row.set("quantity", quantity);
    from(row, node.operator());
    rows.add(row);
  }

  private void end(EndView end) {
    if (end.hop() != null) {
      return;
    }
    Row row = row(end.gtin(), end.lot());
    row.set("event_type", "end");
    from(row, end.operator());
    row.set("reason", end.reason());
    row.set("remark", end.text());
    rows.add(row);
  }

  private Row row(String gtin, String lot) {
    return row(lot(gtin, lot));
  }

  private static LotKey lot(String gtin, String lot) {
    return new LotKey(new Gtin(gtin), new Lot(lot));
  }

  private Row row(LotKey lot) {
    Row row = new Row(lot);
    row.set("traceability_lot_code", "(01)" + lot.gtin() + "(10)" + lot.lot());
    row.set("gtin", lot.gtin().value());
    row.set("lot", lot.lot().value());
    var product = cards.product(lot.gtin());
    if (product != null) {
      row.set("product", product.name() + " " + product.specification());
    }
    row.set("unit", cards.unit(lot.gtin()));
    NodeView node = lots.get(lot);
    if (node != null) {
      String maker = node.maker();
      row.set("lot_source", maker);
      row.set("lot_source_name", maker == null ? null : cards.name(maker));
      row.set("production_date", node.productionDate());
      row.set("expiration_date", node.expirationDate());
    }
    return row;
  }

  private void from(Row row, String party) {
    row.set("from", party);
    row.set("from_name", cards.name(party));
    row.set("from_region", region(party));
  }

  private void to(Row row, String party) {
    row.set("to", party);
    row.set("to_name", cards.name(party));
    row.set("to_region", region(party));
  }

  private @Nullable String region(String party) {
    var card = cards.operator(party);
    return card == null ? null : card.region();
  }

  /** One row, cell by cell. */
  private static final class Row {
    static final Comparator<Row> BY_TIME =
        Comparator.comparing((Row row) -> row.get("time").isEmpty() ? "~" : row.get("time"))
            .thenComparing(Row::lot)
            .thenComparing(row -> row.get("event_type"))
            .thenComparing(row -> row.get("from"))
            .thenComparing(row -> row.get("to"))
            .thenComparing(row -> row.get("order_code"));

    private final LotKey lot;
    private final String[] cells = new String[HEADER.size()];

    Row(LotKey lot) {
      this.lot = lot;
      Arrays.fill(cells, "");
    }

    LotKey lot() {
      return lot;
    }

    String get(String column) {
      return cells[place(column)];
    }

    void set(String column, @Nullable Object value) {
      if (value instanceof BigDecimal number) {
        cells[place(column)] = number.toPlainString();
      } else if (value instanceof Instant time) {
        // of one length, so that it sorts as text
        cells[place(column)] = time.truncatedTo(ChronoUnit.SECONDS).toString();
      } else if (value != null) {
        cells[place(column)] = value.toString();
      }
    }

    private static int place(String column) {
      Integer place = PLACES.get(column);
      if (place == null) {
        throw new IllegalArgumentException("there is no column " + column);
      }
      return place;
    }

    void write(StringBuilder text) {
      for (int i = 0; i < cells.length; i++) {
        write(text.append(i == 0 ? "" : ","), cells[i], i == place("quantity"));
      }
      text.append(END_OF_LINE);
    }

    /**
     * A spreadsheet takes what begins with one of these for a formula. Quantities are ours and may
     * begin with a minus.
     */
    private static void write(StringBuilder text, String value, boolean number) {
      boolean formula = !number && !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
      String safe = formula ? "'" + value : value;
      if (isPlain(safe)) {
        text.append(safe);
      } else {
        text.append('"').append(safe.replace("\"", "\"\"")).append('"');
      }
    }

    private static boolean isPlain(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == ',' || c == '"' || c == '\n' || c == '\r') {
          return false;
        }
      }
      return true;
    }
  }
}
