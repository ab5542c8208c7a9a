package org.shilian.scan.words;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shilian.scan.story.Ending;
import org.shilian.scan.story.Gap;
import org.shilian.scan.story.Leg;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.story.Station;
import org.shilian.scan.story.Status;
import org.shilian.serial.SerialCheck;

/**
 * What pages say in one language. Methods without parameters are labels; the others are phrases or
 * whole sentences. All are plain text: whoever puts them into HTML escapes them. None names an
 * operator.
 */
public interface Wording {

  Language language();

  /** The platform's name and what it is for, in a few words. */
  String platform();

  /** The name of the other language, in that language. */
  String otherLanguage();

  /** The heading of the facts about product and lot. */
  String facts();

  /** Who brought the lot on the chain, by how it came there. */
  String maker(LotFacts.Making making);

  String brandOwner();

  String place();

  String specification();

  String category();

  String gtin();

  String lot();

  String productionDate();

  String expirationDate();

  String shelfLife();

  String days(int days);

  String date(LocalDate date);

  /** A region with those round it, by GB/T 2260 code. */
  String region(String code);

  /** What a machine or a screen reader is told before a gap. */
  String warning();

  // the lot

  /** The status in one or two words. */
  String badge(Status status);

  /** The status in a sentence that says what it means for this lot. */
  String verdict(LotStory story);

  /** Beside the badge of a lot that is stopped: what its records alone amount to. */
  String records(Status status);

  /** The heading of the lots that a lot was packed from. */
  String packedFrom();

  /** How long the lot keeps, or that it no longer does; null when its last day is not known. */
  @Nullable String keeps(LotStory story);

  // the way

  String way();

  /** The first step of the way. */
  String made(LotFacts.Making making);

  /** The station the food went to, with how many of them there are. */
  String destination(Leg leg);

  /** Where it came from and when. */
  String journey(Leg leg);

  /** In which places the destinations are; empty when the registry cannot say. */
  String places(Leg leg);

  /** Whether shipments and receipts agree. */
  String agreement(Leg leg);

  String ending(Ending ending);

  /** Said in place of the way when no record tells any of it. */
  String noWay();

  // the gaps

  /** The heading of the list of gaps. */
  String gaps(Status status);

  /**
   * A gap as a sentence.
   *
   * @param unit UN/ECE Recommendation 20 code of the product's unit
   */
  String gap(Gap gap, String unit);

  /**
   * An amount of food as it is read.
   *
   * @param micros millionths of the base unit of the unit's kind
   * @param unit UN/ECE Recommendation 20 code of the unit to say it in
   */
  String amount(long micros, String unit);

  /** Where more gaps can be unfolded. */
  String moreGaps(long gaps);

  /** That there are more gaps like one that was told; only for {@code alike} above zero. */
  String alike(long alike);

  String station(Station station);

  // the shop

  /** What kind of operator it is, as a heading. */
  default String kind(Station station) {
    String name = station(station);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** The heading of the facts about an operator. */
  String shopFacts();

  String gln();

  /** Until when a licence is valid. */
  String validTo(LocalDate day);

  /** The heading of the lots that an operator lately had. */
  String food();

  /** Said in place of them when there are none. */
  String noFood();

  /** Why only what it made is told of an operator that does not face consumers. */
  String ownFoodOnly();

  String receivedOn(LocalDate day);

  String producedOn(LocalDate day);

  /** Who brought a lot on the chain, by name. */
  String madeBy(LotFacts.Making making, String maker);

  /** That nobody said to have made a lot. */
  String madeByNobody();

  String shopUnknown();

  String shopUnknownAdvice(String gln);

  /** That several operators are registered with a GLN: title and text. */
  String shopUnclear();

  String shopUnclearAdvice(String gln);

  // pages without a lot

  /** On a product page: that the scanned code names no lot. */
  String namesNoLot();

  /** What the serial of a package is called. */
  String serial();

  /** Whether the code of a package is genuine, as far as can be told. */
  String item(SerialCheck.Verdict verdict);

  /** On the page of a lot that no record mentions: title and text of the warning. */
  String lotUnheardOf();

  String lotUnheardOfAdvice(String lot);

  String productUnknown();

  String productUnknownAdvice(String gtin);

  String codeWrong();

  /**
   * That the code cannot be one of a product.
   *
   * @param rule what is wrong with it, in English technical terms
   */
  String codeWrongAdvice(String rule);

  /** At the foot of each page: who says all this, and who is not named. */
  String footnote();

  /** The same on a page for those whose business it is, which names them. */
  String footnoteForParties();
}
