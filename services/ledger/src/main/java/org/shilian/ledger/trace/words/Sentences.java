package org.shilian.ledger.trace.words;

import org.shilian.ledger.trace.end.End;

/** Says the ends of a trace in sentences. */
public final class Sentences {
  private final Wording wording;
  private final Names names;

  public Sentences(Language language, Names names) {
    this.wording = language.wording();
    this.names = names;
  }

  /**
   * One sentence.
   *
   * @param withAmounts whether it may say how much there is at the holding
   */
  public String of(End end, boolean withAmounts) {
    String unit = names.unit(end.node().lot().gtin());
    if (end instanceof End.AtHop atHop) {
      return wording.atHop(
          atHop,
          names.party(atHop.hop().from().party()),
          names.party(atHop.hop().to().party()),
          new Amount(atHop.hop().shipped(), unit),
          new Amount(atHop.hop().received(), unit));
    }
    End.AtHolding here = (End.AtHolding) end;
    return wording.atHolding(here, names.party(here.node().party()), unit, withAmounts);
  }
}
