package org.shilian.simulator;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.filing.Expected;
import org.shilian.simulator.filing.Filing;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Detail;
import org.shilian.simulator.paper.Evidence;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Making;
import org.shilian.simulator.paper.Measure;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.paper.TradeEvent;
import org.shilian.simulator.paper.Voiding;
import org.shilian.simulator.truth.Batch;
import org.shilian.simulator.truth.Hop;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Origin;
import org.shilian.simulator.truth.Portion;
import org.shilian.simulator.truth.Stamp;
import org.shilian.simulator.truth.Truth;

/** Tells the truth of each upload that counts. */
final class Chronicle {
  private final County county;
  private final Truth truth;

  Chronicle(County county) {
    this.county = county;
    Set<String> terminals = new HashSet<>();
    for (Operator operator : county.operators()) {
      if (operator.trade().terminal()) {
        terminals.add(operator.uscc());
      }
    }
    this.truth = new Truth(terminals::contains);
  }

  Truth truth() {
    return truth;
  }

  void take(Filing filing) {
    if (filing.expected() != Expected.ACCEPTED) {
      return;
    }
    TradeEvent event = filing.event();
    Stamp stamp = new Stamp(event.number(), event.operator(), event.time().toInstant());
    Detail detail = event.detail();
    if (detail instanceof Voiding voiding) {
      truth.voided(stamp, voiding.event());
    } else if (detail instanceof Movement movement) {
      take(stamp, movement);
    } else if (detail instanceof Measure measure) {
      take(stamp, measure);
    } else if (detail instanceof Evidence.Inspect inspect && !inspect.passed()) {
      truth.held(stamp, keys(List.of(inspect.lot())));
    }
  }

  private void take(Stamp stamp, Movement movement) {
    if (movement instanceof Movement.Produce produce) {
      truth.made(stamp, batches(stamp, List.of(produce.made())), portions(produce.inputs()));
    } else if (movement instanceof Movement.FirstIn firstIn) {
      truth.made(stamp, batches(stamp, firstIn.makings()), List.of());
    } else if (movement instanceof Movement.Repack repack) {
      List<Batch> batches =
          repack.outputs().stream()
              .map(made -> Batch.repacked(portion(made.line()), made.expires()))
              .toList();
      truth.made(stamp, batches, portions(repack.inputs()));
    } else if (movement instanceof Movement.Ship ship) {
      Hop hop = new Hop(stamp.operator(), ship.buyer().id(), ship.orderCode());
      portions(ship.lines()).forEach(portion -> truth.shipped(stamp, portion, hop));
    } else if (movement instanceof Movement.Receive receive) {
      Hop hop = new Hop(receive.supplier().id(), stamp.operator(), receive.orderCode());
      if (receive.allLines()) {
        truth.receivedWhole(stamp, hop);
      }
      portions(receive.lines()).forEach(portion -> truth.received(stamp, portion, hop));
    } else if (movement instanceof Movement.Sell sell) {
      portions(sell.lines()).forEach(portion -> truth.sold(stamp, portion));
    } else if (movement instanceof Movement.Use use) {
      portions(use.lines()).forEach(portion -> truth.used(stamp, portion));
    } else if (movement instanceof Movement.Dispose dispose) {
      portions(dispose.lines()).forEach(portion -> truth.disposed(stamp, portion));
    }
  }

  private void take(Stamp stamp, Measure measure) {
    if (measure instanceof Measure.Hold hold) {
      truth.held(stamp, keys(hold.lots()));
    } else if (measure instanceof Measure.Release release) {
      truth.released(stamp, release.event());
    } else if (measure instanceof Measure.Recall recall) {
      truth.recalled(stamp, keys(recall.lots()), recall.derived());
    } else if (measure instanceof Measure.Close close) {
      truth.closed(stamp, close.event());
    }
  }

  private List<Batch> batches(Stamp stamp, List<Making> makings) {
    return makings.stream()
        .map(making -> Batch.of(portion(making.line()), origin(stamp, making)))
        .toList();
  }

  private Origin origin(Stamp stamp, Making making) {
    Operator maker = county.operator(stamp.operator()).orElseThrow();
    LocalDate produced = making.produced();
    if (produced == null) {
      throw new IllegalStateException(making + ": has no production date");
    }
    Product.Kind kind = county.product(making.line().gtin()).kind();
    LocalDate expires = making.expires();
    return new Origin(
        maker.uscc(),
        maker.town().code(),
        kind.category().code(),
        produced,
        expires == null ? produced.plusDays(kind.shelfLifeDays()) : expires);
  }

  private List<Portion> portions(List<Line> lines) {
    return lines.stream().map(this::portion).toList();
  }

  private Portion portion(Line line) {
    String unit = county.product(line.gtin()).kind().unit();
    return new Portion(new LotKey(line.gtin(), line.lot()), line.millionths(), unit);
  }

  private static List<LotKey> keys(List<Lot> lots) {
    return lots.stream().map(lot -> new LotKey(lot.product().gtin(), lot.number())).toList();
  }
}
