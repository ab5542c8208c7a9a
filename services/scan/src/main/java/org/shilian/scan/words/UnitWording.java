package org.shilian.scan.words;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.box.Box;

/** What the page of a box or pallet says in one language; as {@link Wording}, all plain text. */
public interface UnitWording {
  /** What such a number is on. */
  String unit();

  /** The heading of what is known of the number. */
  String facts();

  /** Who gave the box its number. */
  String numberedBy();

  /** Said in place of a name when the number starts with no company prefix that is known here. */
  String numberedElsewhere();

  /**
   * Said in place of a name when the prefix is the platform's own, which gave no such number out.
   */
  String notGivenOut();

  /** How far the last shipment has come; null is that there is none. */
  String badge(Box.@Nullable State state);

  /** The same in a sentence that says what to do. */
  String verdict(Box.@Nullable State state);

  /** The heading of the shipments. */
  String way();

  /** How many boxes a shipment has, this among them. */
  String boxes(int boxes);

  String shipped(OffsetDateTime at);

  /** That a shipment was received, or not. */
  String received(Box.State state, @Nullable OffsetDateTime at);

  /** The heading of what was shipped. */
  String goods();

  /** Who may see what was shipped, said to all others. */
  String goodsAdvice();

  /** What the ledger found wrong with a shipment; null for what does not concern who scans. */
  @Nullable String flag(String kind);

  String tooMuchReceived();

  String leaps();

  /** That some of what was shipped must not be eaten, or not for the time being. */
  String recalled();

  String held();

  String unknown();

  String unknownAdvice(String sscc);

  /** That nothing is recorded of a number whose prefix is an operator's. */
  String notUsedAdvice(String sscc, String operator);
}
