package org.shilian.epcis;

import org.jspecify.annotations.Nullable;

/**
 * A business document an event took part in (EPCIS 2.0 §7.3.5.3).
 *
 * @param type a CBV business transaction type as its bare word ({@code po}), or another URI; null
 *     when not said
 * @param bizTransaction the document's URI
 */
public record BizTransaction(@Nullable String type, String bizTransaction) {
  public BizTransaction {
    Violations found = new Violations();
    if (type != null) {
      type = Cbv.BIZ_TRANSACTION_TYPE.bareOrUri(found, "type", type);
    }
    Identifiers.any(found, "bizTransaction", bizTransaction);
    found.refuse();
  }
}
