package org.shilian.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.truth.FlagKind;

/**
 * A number of flags to ask for.
 *
 * @param from first day of the events; null for no bound
 * @param to last day of the events, included; null for no bound
 */
record FlagQuestion(String name, FlagKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
  private static final int WINDOW_DAYS = 7;

  /** Each kind, of all days and of the last week. */
  static List<FlagQuestion> about(LocalDate until) {
    LocalDate from = until.minusDays(WINDOW_DAYS - 1);
    List<FlagQuestion> questions = new ArrayList<>();
    for (FlagKind kind : FlagKind.values()) {
      questions.add(new FlagQuestion(kind.text(), kind, null, null));
      String week = kind.text() + " since " + from;
      questions.add(new FlagQuestion(week, kind, from, until));
    }
    return questions;
  }
}
