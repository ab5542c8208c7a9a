package org.shilian.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.client.Observer;
import org.shilian.simulator.client.Observer.ServerRate;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.truth.Direction;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Rate;
import org.shilian.simulator.truth.Trace;
import org.shilian.simulator.truth.View;

/** Asks the server what the truth knows as well: once before the run, and once after it. */
final class Inquiry {
  private static final int TRACES = 100;

  private final Observer observer;
  private final List<Question> questions;
  private final List<FlagQuestion> flagQuestions;

  Inquiry(Observer observer, County county, LocalDate until) {
    this.observer = observer;
    this.questions = Question.about(county, until);
    this.flagQuestions = FlagQuestion.about(until);
  }

  /** What the server said at one moment, in the order of the questions. */
  record Sheet(List<ServerRate> rates, List<Long> flags) {

    LocalDate asOf() {
      return rates.get(0).asOf();
    }

    /** Whether the server knew of nothing. */
    boolean isEmpty() {
      return rates.stream().allMatch(rate -> rate.rate().isEmpty());
    }
  }

  Sheet ask() {
    return new Sheet(
        questions.stream().map(question -> observer.chainingRate(question.filter())).toList(),
        flagQuestions.stream()
            .map(question -> observer.flags(question.kind(), question.from(), question.to()))
            .toList());
  }

  /**
   * Compares what the server says now with the truth.
   *
   * @param view the truth of the day that the server speaks of
   * @param before what it said before, to be taken off; null if it is all this run's
   */
  Findings compare(Sheet now, @Nullable Sheet before, View view) {
    List<Comparison> rates = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      ServerRate told = now.rates().get(i);
      Rate ours = before == null ? told.rate() : told.rate().minus(before.rates().get(i).rate());
      rates.add(
          new Comparison(
              question.name(), question.kind(), told.value(), ours, view.rate(question.filter())));
    }
    List<FlagComparison> flags = new ArrayList<>();
    for (int i = 0; i < flagQuestions.size(); i++) {
      FlagQuestion question = flagQuestions.get(i);
      long ours = now.flags().get(i) - (before == null ? 0 : before.flags().get(i));
      long expected = view.flags(question.kind(), question.from(), question.to());
      flags.add(new FlagComparison(question.name(), ours, expected));
    }
    return new Findings(rates, flags, traces(view));
  }

  /** Both ways of some lots, always the same ones. */
  private List<TraceComparison> traces(View view) {
    List<TraceComparison> traces = new ArrayList<>();
    for (LotKey lot : some(new ArrayList<>(view.lots()))) {
      for (Direction direction : Direction.values()) {
        view.trace(lot, direction)
            .ifPresent(
                truth -> {
                  Trace server = observer.trace(lot, direction);
                  traces.add(new TraceComparison(lot, direction, server, truth));
                });
      }
    }
    return traces;
  }

  private static Set<LotKey> some(List<LotKey> lots) {
    Dice dice = Dice.of(lots.size(), "traces");
    Set<LotKey> some = new TreeSet<>();
    for (int i = 0; i < TRACES && !lots.isEmpty(); i++) {
      some.add(lots.get(dice.below(lots.size())));
    }
    return some;
  }
}
