package org.shilian.scan.story;

/** The one thing a consumer should know about a lot's records. */
public enum Status {
  /** An unbroken way from the maker to a shop or kitchen is on record. */
  CHAINED("chained"),
  /** The lot has had time to arrive, and its records do not show that it did. */
  GAP("gap"),
  /** Not chained, but it is too early to expect it. */
  NOT_MATURED("not-matured"),
  /** The lot is called back: whatever else is known, it must not be eaten. */
  RECALLED("recalled"),
  /** A regulator has stopped the lot for the time being. */
  HELD("held"),
  /** It was packed anew from other lots, which are those that count as chained or not. */
  REPACKED("repacked"),
  /** The maker has taken the record of making this lot back. */
  VOIDED("voided"),
  /** Nobody has recorded having made this lot. */
  UNKNOWN("unknown");

  private final String text;

  Status(String text) {
    this.text = text;
  }

  /** The word for it in JSON and in style sheets. */
  public String text() {
    return text;
  }
}
