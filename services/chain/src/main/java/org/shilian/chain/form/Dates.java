package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Making;

/**
 * The dates of lots that an event makes: in its ilmd, which speaks for all of them, or, where they
 * differ, lot by lot in {@link Terms#MAKINGS}.
 */
final class Dates {
  private static final String EPC_CLASS = "epcClass";

  private static final List<String> PRODUCTION =
      List.of(Terms.PRODUCTION_DATE, "cbvmda:productionDate");
  private static final List<String> EXPIRATION =
      List.of(
          Terms.EXPIRATION_DATE,
          "cbvmda:itemExpirationDate",
          "cbvmda:expirationDate",
          "gs1:bestBeforeDate",
          "cbvmda:bestBeforeDate",
          "gs1:sellByDate",
          "cbvmda:sellByDate");

  private Dates() {}

  /** Writes the dates; the ilmd that has them is empty if they differ or are not known. */
  static ObjectNode write(List<Making> makings, EpcisOut out) {
    ObjectNode ilmd = JsonNodeFactory.instance.objectNode();
    if (makings.stream().map(Dates::written).distinct().count() == 1) {
      ilmd.setAll(written(makings.get(0)));
    } else {
      ArrayNode each = JsonNodeFactory.instance.arrayNode();
      for (Making making : makings) {
        each.addObject().put(EPC_CLASS, KeyUri.of(making.lot())).setAll(written(making));
      }
      out.common().extension(Terms.MAKINGS, each);
    }
    return ilmd;
  }

  private static ObjectNode written(Making making) {
    ObjectNode dates = JsonNodeFactory.instance.objectNode();
    if (making.productionDate() != null) {
      dates.put(Terms.PRODUCTION_DATE, making.productionDate().toString());
    }
    if (making.expirationDate() != null) {
      dates.put(Terms.EXPIRATION_DATE, making.expirationDate().toString());
    }
    return dates;
  }

  /** The lots that were made, with their dates. */
  static List<Making> read(EpcisIn in, List<Line> lines, @Nullable ObjectNode ilmd) {
    Members all = in.members(ilmd, "ilmd/");
    List<Members> each = in.extensions().objects(Terms.MAKINGS);
    List<Making> makings = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Members said = said(lines.get(i), i, each, all);
      makings.add(new Making(lines.get(i), said.date(PRODUCTION), said.date(EXPIRATION)));
    }
    return makings;
  }

  /** What is said of the lot at this place; a list in other order is searched. */
  private static Members said(Line line, int place, List<Members> each, Members all) {
    if (place < each.size() && isOf(each.get(place), line)) {
      return each.get(place);
    }
    return each.stream().filter(one -> isOf(one, line)).findFirst().orElse(all);
  }

  private static boolean isOf(Members making, Line line) {
    String epcClass = making.text(EPC_CLASS);
    return epcClass != null && line.key().equals(KeyUri.lot(KeyUri.link(epcClass)));
  }

  /**
   * The same with a production date: where none is said, the day of the event, or that of the
   * expiration if it came before.
   */
  static Making producedBy(Making making, LocalDate day) {
    LocalDate expires = making.expirationDate();
    if (making.productionDate() != null) {
      return making;
    }
    LocalDate produced = expires != null && expires.isBefore(day) ? expires : day;
    return new Making(making.line(), produced, expires);
  }
}
