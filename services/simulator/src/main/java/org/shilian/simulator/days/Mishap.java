package org.shilian.simulator.days;

/** What goes wrong, with the words the final print uses. */
public enum Mishap {
  LATE("uploaded days late"),
  RECEIPT_FIRST("receipt uploaded days before its shipment"),
  FORGOTTEN_SHIPMENT("shipment never written down"),
  FORGOTTEN_RECEIPT("receipt never written down"),
  RECEIVED_TOO_MUCH("received more than shipped, beyond tolerance"),
  RECEIVED_AT_TOLERANCE("received exactly 2 % more than shipped"),
  RECEIVED_LESS("received less than shipped"),
  ORDER_CODE_LOST("receipt without its order code"),
  BUYER_OUTSIDE("shipped to a buyer who is not on the platform"),
  STOPPED("lot stopped at a wholesaler"),
  DUPLICATE("posted twice with the same eventID"),
  DUPLICATE_WITHOUT_ID("posted twice without an eventID"),
  VOIDED_PRODUCTION("production voided"),
  VOIDED_SHIPMENT("shipment voided"),
  VOIDED_RECEIPT("receipt voided"),
  VOIDED_OTHER("sale or use voided"),
  VOID_FIRST("void posted before what it voids"),
  CORRECTED("voided and written anew"),
  REFUSED_CHECK_DIGIT("refused: GTIN with a wrong check digit"),
  REFUSED_UNKNOWN_PRODUCT("refused: GTIN nobody registered"),
  REFUSED_OTHERS_OPERATOR("refused: in another operator's name"),
  REFUSED_UNIT("refused: unit of another kind"),
  REFUSED_CHANGED("refused: same eventID, other content"),
  STILL_IN_DRAWER("not uploaded by the last day");

  private final String text;

  Mishap(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
