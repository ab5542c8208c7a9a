package org.shilian.embedded.run;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.embedded.run.TraceAnswer.End;
import org.shilian.embedded.run.TraceAnswer.Link;
import org.shilian.embedded.run.TraceAnswer.Node;

/** A trace as a tree of lines: from where it begins, along its links, to the reason at each end. */
final class TraceTree {
  private static final int MOST_LINES = 60;
  private static final int MOST_COLUMNS = 96;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

  private final boolean back;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, List<Link>> onward = new HashMap<>();
  private final Map<String, List<End>> ends = new HashMap<>();
  private final Set<String> drawn = new HashSet<>();
  private final List<String> lines = new ArrayList<>();

  TraceTree(TraceAnswer trace) {
    this.back = trace.direction().equals("back");
    trace.nodes().forEach(node -> nodes.put(node.id(), node));
    for (Link link : trace.links()) {
      String near = back ? link.to() : link.from();
      onward.computeIfAbsent(near, id -> new ArrayList<>()).add(link);
    }
    for (End end : trace.ends()) {
      ends.computeIfAbsent(end.node(), id -> new ArrayList<>()).add(end);
    }
    for (Node node : trace.nodes()) {
      if (node.start()) {
        write("", "", node.lotName() + " at " + node.operatorName() + began(node) + again(node));
        if (positive(node.made()) == null) {
          remark("", reached(node));
        }
        draw(node, "");
      }
    }
  }

  /** At most a screenful; the last says how many are left out. */
  List<String> lines() {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, MOST_LINES));
    some.add("… and " + (lines.size() - MOST_LINES) + " lines more");
    return some;
  }

  private void draw(Node node, String indent) {
    if (!drawn.add(node.id())) {
      return;
    }
    List<Link> links = onward.getOrDefault(node.id(), List.of());
    List<End> gaps = gapsAt(node);
    int left = links.size() + gaps.size();
    for (Link link : links) {
      left--;
      Node far = nodes.get(back ? link.from() : link.to());
      if (far != null) {
        draw(link, far, indent, left == 0);
      }
    }
    for (End gap : gaps) {
      left--;
      write(indent + (left == 0 ? "└─ " : "├─ "), indent + (left == 0 ? "   " : "│  "), gap(gap));
    }
  }

  private void draw(Link link, Node far, String indent, boolean last) {
    String below = indent + (last ? "   " : "│  ");
    write(indent + (last ? "└─ " : "├─ "), below, step(link, far) + again(far));
    remark(below, reached(far));
    gapsOf(link).forEach(gap -> write(below, below, gap(gap)));
    draw(far, below);
  }

  private void write(String first, String other, String text) {
    lines.addAll(Columns.fold(first, other + "  ", text, MOST_COLUMNS));
  }

  /** Behind the last line, if there is room. */
  private void remark(String indent, String text) {
    if (text.isEmpty()) {
      return;
    }
    String longer = lines.get(lines.size() - 1) + " " + text;
    if (Columns.of(longer) <= MOST_COLUMNS) {
      lines.set(lines.size() - 1, longer);
    } else {
      write(indent, indent, text);
    }
  }

  private static String gap(End end) {
    return "✗ " + end.text();
  }

  private String step(Link link, Node far) {
    if (link.isMaking()) {
      String amount = back ? amount(": ", link.used(), link.unit()) : "";
      return (back ? "made of " : "made into ")
          + far.lotName()
          + amount
          + time(", ", link.madeAt());
    }
    return (back ? "from " : "to ") + far.operatorName() + delivered(link);
  }

  /** What either side wrote down: once where both say the same. */
  private static String delivered(Link link) {
    BigDecimal shipped = positive(link.shipped());
    BigDecimal received = positive(link.received());
    String sent = time(" sent ", link.shippedAt());
    if (shipped == null || received == null) {
      String came = time(" received ", link.receivedAt());
      return amount(": ", shipped, link.unit()) + sent + amount(": ", received, link.unit()) + came;
    }
    return shipped.compareTo(received) == 0
        ? amount(": ", shipped, link.unit()) + "," + sent + "," + arrived(link)
        : amount(": ", shipped, link.unit())
            + sent
            + amount(", ", received, link.unit())
            + arrived(link);
  }

  private String again(Node node) {
    boolean more = !onward.getOrDefault(node.id(), List.of()).isEmpty();
    return more && drawn.contains(node.id()) ? " (as above)" : "";
  }

  private String began(Node node) {
    BigDecimal made = positive(node.made());
    String how = made == null ? "" : amount(": ", made, node.unit());
    String dated = made == null || back ? "" : ", dated " + node.productionDate();
    return how + dated;
  }

  /** Where a lot began, or a consumer got it. */
  private String reached(Node node) {
    for (End end : ends.getOrDefault(node.id(), List.of())) {
      if (end.reason().equals("origin-reached")) {
        String how = "FIRST_IN".equals(end.making()) ? "brought in" : "made here";
        return "● " + how + amount(": ", end.made(), end.unit()) + ", dated " + end.date();
      }
      if (end.reason().equals("consumer-reached")) {
        return "●"
            + amount(" sold ", positive(end.sold()), end.unit())
            + amount(" used ", positive(end.used()), end.unit());
      }
    }
    return "";
  }

  private static @Nullable BigDecimal positive(@Nullable BigDecimal amount) {
    return amount == null || amount.signum() == 0 ? null : amount;
  }

  /** What is missing at a holding itself. */
  private List<End> gapsAt(Node node) {
    return ends.getOrDefault(node.id(), List.of()).stream()
        .filter(end -> end.gap() && end.from() == null)
        .toList();
  }

  /** What is missing of a delivery. */
  private List<End> gapsOf(Link link) {
    Node seller = nodes.get(link.from());
    if (seller == null || link.isMaking()) {
      return List.of();
    }
    return ends.getOrDefault(link.to(), List.of()).stream()
        .filter(end -> end.gap() && seller.operator().equals(end.from()))
        .filter(end -> Objects.equals(end.orderCode(), link.orderCode()))
        .toList();
  }

  private static String amount(String before, @Nullable BigDecimal amount, @Nullable String unit) {
    return amount == null ? "" : before + amount.toPlainString() + " " + name(unit);
  }

  private static String name(@Nullable String unit) {
    return switch (String.valueOf(unit)) {
      case "KGM" -> "kg";
      case "LTR" -> "l";
      case "H87" -> "pieces";
      default -> String.valueOf(unit);
    };
  }

  private static String time(String before, @Nullable String time) {
    return time == null ? "" : before + TIME.format(chinese(time));
  }

  /** When it was received, without a day that the sending had as well. */
  private static String arrived(Link link) {
    if (link.shippedAt() == null || link.receivedAt() == null) {
      return time(" received ", link.receivedAt());
    }
    ZonedDateTime sent = chinese(link.shippedAt());
    ZonedDateTime came = chinese(link.receivedAt());
    boolean sameDay = sent.toLocalDate().equals(came.toLocalDate());
    return " received " + (sameDay ? TIME_OF_DAY : TIME).format(came);
  }

  private static ZonedDateTime chinese(String time) {
    return OffsetDateTime.parse(time).atZoneSameInstant(CHINA);
  }
}
