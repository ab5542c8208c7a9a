package org.shilian.chain.form;

/** The words that the EPCIS forms use: the CBV's where it has one, else our own. */
final class Terms {
  static final String OWNER = "owning_party";
  static final String POSSESSOR = "possessing_party";

  /** Food is used up in a kitchen; CBV has no such step, nor the others of ours. */
  static final String CONSUMING = step("consuming");

  /** A record is withdrawn. */
  static final String VOIDING = step("voiding");

  /** A grower promises that a lot meets the standard. */
  static final String CERTIFYING = step("certifying");

  /** A hold ends. */
  static final String RELEASING = step("releasing");

  /** A holder answers a recall. */
  static final String ACKNOWLEDGING = step("recall_acknowledging");

  /** A recall ends. */
  static final String CLOSING = step("closing");

  /** The prefix of our own extension members. */
  static final String OURS = "shilian:";

  static final String OPERATOR = "shilian:operator";
  static final String PARTNER_NAME = "shilian:partnerName";
  static final String SERIALS = "shilian:serials";
  static final String TEST_ITEMS = "shilian:items";
  static final String MAKINGS = "shilian:makings";
  static final String REASON = "shilian:reason";

  static final String PRODUCTION_DATE = "gs1:productionDate";
  static final String EXPIRATION_DATE = "gs1:expirationDate";
  static final String COUNTRY_OF_ORIGIN = "gs1:countryOfOrigin";

  private Terms() {}

  private static String step(String word) {
    return "https://ns.shilian.org/bizstep/" + word;
  }
}
