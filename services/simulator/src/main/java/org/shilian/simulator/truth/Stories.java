package org.shilian.simulator.truth;

import org.jspecify.annotations.Nullable;

/** The lots that show best what the platform is for. */
final class Stories {
  private @Nullable LotKey chained;
  private int chainedScore;
  private @Nullable LotKey gap;
  private int gapScore;

  /** Of equally good stories the one with the greater name stays, whatever the order. */
  void hear(LotKey lot, Finding finding) {
    int chainedStory = finding.chainedStory();
    if (better(chainedStory, lot, chainedScore, chained)) {
      chainedScore = chainedStory;
      chained = lot;
    }
    int gapStory = finding.gapStory();
    if (better(gapStory, lot, gapScore, gap)) {
      gapScore = gapStory;
      gap = lot;
    }
  }

  private static boolean better(int score, LotKey lot, int bestScore, @Nullable LotKey best) {
    return score > bestScore
        || (score > 0 && score == bestScore && best != null && lot.compareTo(best) > 0);
  }

  @Nullable LotKey chained() {
    return chained;
  }

  @Nullable LotKey gap() {
    return gap;
  }
}
