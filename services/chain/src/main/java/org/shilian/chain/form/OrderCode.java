package org.shilian.chain.form;

import org.jspecify.annotations.Nullable;
import org.shilian.epcis.BizTransaction;
import org.shilian.epcis.EventCommon;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Gs1Exception;

/**
 * The code of an order: any text both sides use, or a GDTI. A GDTI is the same order whether it is
 * given as element value, Digital Link or EPC URN.
 */
final class OrderCode {
  private static final String PURCHASE_ORDER = "po";
  private static final String GDTI = "253";
  private static final String CBV_TRANSACTION = "urn:epcglobal:cbv:bt:";

  private OrderCode() {}

  /** The one spelling that is kept: the element value of a GDTI, any other code as it is. */
  static String normal(String code) {
    if (code.indexOf(':') < 0) {
      return code;
    }
    try {
      DigitalLink link = KeyUri.link(code);
      return link != null && link.primaryKeyAi().equals(GDTI) ? link.primaryKey() : code;
    } catch (Gs1Exception e) {
      return code;
    }
  }

  /** The URI of an order in EPCIS: the Digital Link of a GDTI, our own URN for any other code. */
  static String uri(String code) {
    try {
      return DigitalLink.ofDocument(new Gdti(code)).canonical();
    } catch (Gs1Exception e) {
      return Urn.ORDER.of(code);
    }
  }

  /** The code for which {@link #uri} gave this URI; of any other URI, what stands for the order. */
  static String code(String uri) {
    String ours = Urn.ORDER.in(uri);
    if (ours != null) {
      return ours;
    }
    if (uri.startsWith(CBV_TRANSACTION)) {
      // CBV 2.0 §8.5: the GLN of who issued the number, then the number
      int number = uri.indexOf(':', CBV_TRANSACTION.length());
      return number < 0 ? uri : uri.substring(number + 1);
    }
    return normal(uri);
  }

  /** Says in the event what order it is part of. */
  static void write(EventCommon.Builder common, @Nullable String code) {
    if (code != null) {
      common.bizTransaction(PURCHASE_ORDER, uri(code));
    }
  }

  /** The code of the first purchase order that the event is part of; null if it names none. */
  static @Nullable String read(EventCommon common) {
    for (BizTransaction transaction : common.bizTransactions()) {
      if (PURCHASE_ORDER.equals(transaction.type())) {
        return code(transaction.bizTransaction());
      }
    }
    return null;
  }
}
