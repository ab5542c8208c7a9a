package org.shilian.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things became or ceased to be part of business transactions (EPCIS 2.0 §7.4.4). The transactions
 * are those of {@link EventCommon#bizTransactions()}, at least one.
 *
 * @param action how the event relates to the tie between things and transactions
 * @param parentId the parent of the things named; may be left out
 * @param epcList instances, as URIs
 * @param quantities classes of things; with DELETE both lists may be empty: all things
 */
public record TransactionEvent(
    EventCommon common,
    Action action,
    @Nullable String parentId,
    List<String> epcList,
    List<QuantityElement> quantities)
    implements EpcisEvent {
  public TransactionEvent {
    Violations found = new Violations();
    epcList = Identifiers.all(found, "epcList", epcList);
    quantities = List.copyOf(quantities);
    if (parentId != null) {
      Identifiers.any(found, "parentID", parentId);
    }
    if (common.bizTransactions().isEmpty()) {
      found.add("bizTransactionList", null, "is required in a TransactionEvent");
    }
    if (epcList.isEmpty() && quantities.isEmpty() && action != Action.DELETE) {
      found.add("epcList", null, "epcList and quantityList may both be empty with DELETE only");
    }
    found.refuse();
  }
}
