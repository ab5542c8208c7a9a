package org.shilian.simulator.filing;

/** What goes wrong, with the words the final print uses. */
public enum Mishap {
  LATE("uploaded days late"),
  RECEIPT_FIRST("receipt uploaded days before its shipment"),
  FORGOTTEN_PRODUCTION("production never written down"),
  FORGOTTEN_SHIPMENT("shipment never written down"),
  FORGOTTEN_RECEIPT("receipt never written down"),
  INPUTS_NOT_NOTED("made of what is on no paper"),
  INGREDIENT_MISSING("made with an ingredient that is on no paper"),
  IMPOSSIBLE_YIELD("more made than can have come of it"),
  SHIPPED_TOO_MUCH("shipped on paper more than there was"),
  IN_TWO_LOADS("delivered in two loads under one order"),
  RECEIVED_TOO_MUCH("received more than shipped, beyond tolerance"),
  RECEIVED_AT_TOLERANCE("received exactly 2 % more than shipped"),
  RECEIVED_LESS("received less than shipped"),
  RECEIVED_TWICE("received as a whole and line by line"),
  GOODS_REFUSED("part of a delivery refused"),
  DELIVERY_REFUSED("all of a delivery refused"),
  EXPIRED_DELIVERED("delivered after its last day"),
  ORDER_CODE_LOST("receipt without its order code"),
  BUYER_OUTSIDE("shipped to a buyer who is not on the platform"),
  SUPPLIER_OUTSIDE("bought from somebody who is not on the platform"),
  STOPPED("lot stopped at a wholesaler"),
  SPOILT("thrown away"),
  TEST_FAILED("maker's own test failed"),
  COLD_CHAIN_BROKEN("cold chain broken"),
  INSPECTION_FAILED("bureau's inspection failed"),
  HELD("held on a complaint"),
  MOVED_WHILE_STOPPED("moved while held or recalled"),
  RECALLED("lot recalled"),
  RECALLED_WITH_PRODUCTS("lot recalled with all that was made of it"),
  DUPLICATE("posted twice with the same eventID"),
  DUPLICATE_WITHOUT_ID("posted twice without an eventID"),
  VOIDED_MAKING("production, first receipt or packing voided"),
  VOIDED_SHIPMENT("shipment voided"),
  VOIDED_RECEIPT("receipt voided"),
  VOIDED_MEASURE("hold, release, recall or answer to it voided"),
  VOIDED_OTHER("sale, use or another event voided"),
  VOID_FIRST("void posted before what it voids"),
  VOID_VOIDED("void itself voided"),
  VOIDED_BY_OTHER("another operator's event voided, without effect"),
  VOID_RING("two voids of one another, without effect"),
  CORRECTED("voided and written anew"),
  REFUSED_CHECK_DIGIT("refused: GTIN with a wrong check digit"),
  REFUSED_UNKNOWN_PRODUCT("refused: GTIN nobody registered"),
  REFUSED_OTHERS_OPERATOR("refused: in another operator's name"),
  REFUSED_UNIT("refused: unit of another kind"),
  REFUSED_CHANGED("refused: same eventID, other content"),
  REFUSED_ROLE("refused: not for this role"),
  REFUSED_CUSTOMS("refused: import without customs declaration"),
  REFUSED_ALL_OF_NOTHING("refused: all lines of no order"),
  STILL_IN_DRAWER("not uploaded by the last day");

  private final String text;

  Mishap(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
