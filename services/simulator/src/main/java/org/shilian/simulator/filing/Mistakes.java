package org.shilian.simulator.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilian.simulator.county.CheckDigits;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Role;
import org.shilian.simulator.paper.Detail;
import org.shilian.simulator.paper.Evidence;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Measure;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.paper.TradeEvent;

/** Posts first, with a mistake, what is then written right: the platform has to refuse it. */
final class Mistakes {
  private final County county;
  private final EventNumbers numbers;
  private final Tray tray;
  private final Dice dice;

  Mistakes(County county, EventNumbers numbers, Tray tray, Dice dice) {
    this.county = county;
    this.numbers = numbers;
    this.tray = tray;
    this.dice = dice;
  }

  /** An import's papers are the hardest. */
  static double probability(TradeEvent event) {
    return isImport(event) ? 0.08 : 0.006;
  }

  private static boolean isImport(TradeEvent event) {
    return event.detail() instanceof Movement.FirstIn firstIn
        && firstIn.source().customsDeclaration() != null;
  }

  void file(Operator by, TradeEvent event, LocalDate day) {
    long number = numbers.next();
    TradeEvent copy =
        event.as(number, event.eventId() == null ? null : numbers.idOf(number), event.time());
    List<Map.Entry<Mishap, TradeEvent>> possible = possible(by, copy);
    Map.Entry<Mishap, TradeEvent> mistake = dice.pick(possible);
    tray.put(day, new Filing(by, mistake.getValue(), Expected.REFUSED));
    tray.count(mistake.getKey());
  }

  private List<Map.Entry<Mishap, TradeEvent>> possible(Operator by, TradeEvent event) {
    List<Map.Entry<Mishap, TradeEvent>> possible = new ArrayList<>();
    Operator other = county.operators().get((by.index() + 1) % county.operators().size());
    possible.add(Map.entry(Mishap.REFUSED_OTHERS_OPERATOR, event.withOperator(other.uscc())));
    possible.add(Map.entry(Mishap.REFUSED_ROLE, event.withDetail(notFor(by))));
    if (!event.lines().isEmpty()) {
      possible.add(
          Map.entry(Mishap.REFUSED_CHECK_DIGIT, event.withLines(Mistakes::wrongCheckDigit)));
      possible.add(Map.entry(Mishap.REFUSED_UNKNOWN_PRODUCT, event.withLines(this::unregistered)));
      possible.add(Map.entry(Mishap.REFUSED_UNIT, event.withLines(this::wrongUnit)));
    }
    if (isImport(event) && event.detail() instanceof Movement.FirstIn firstIn) {
      Detail wrong =
          new Movement.FirstIn(
              firstIn.supplier(),
              firstIn.orderCode(),
              firstIn.source().withoutCustoms(),
              firstIn.makings());
      return List.of(Map.entry(Mishap.REFUSED_CUSTOMS, event.withDetail(wrong)));
    }
    if (event.detail() instanceof Movement.Receive receive) {
      Detail wrong = Movement.Receive.all(receive.supplier(), "");
      possible.add(Map.entry(Mishap.REFUSED_ALL_OF_NOTHING, event.withDetail(wrong)));
    }
    return possible;
  }

  /** Only the bureau closes recalls, and it seals no meals. */
  private Detail notFor(Operator by) {
    if (by.trade().role() == Role.REGULATOR) {
      return new Evidence.Seal("TRY-1", "S-1", List.of("烧饼"), List.of());
    }
    return new Measure.Close(0, numbers.idOf(0), "一切正常");
  }

  private static Line wrongCheckDigit(Line line) {
    int last = line.gtin().length() - 1;
    int digit = Character.digit(line.gtin().charAt(last), 10);
    return line.withGtin(line.gtin().substring(0, last) + (digit + 1) % 10);
  }

  /** Right check digit, 9529 and numbers no county gives to products. */
  private Line unregistered(Line line) {
    return line.withGtin("0" + CheckDigits.gs1("952999990" + (100 + dice.below(900))));
  }

  private Line wrongUnit(Line line) {
    return line.withUom(county.product(line.gtin()).kind().piece() ? "KGM" : "H87");
  }
}
