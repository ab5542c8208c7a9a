package org.shilian.ledger.trace.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.words.Names;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;

/**
 * What the registry, and the records themselves, know of parties and products.
 *
 * @param offChain names of parties off chain by their keys
 */
public record Cards(
    Map<Uscc, OperatorCard> operators,
    Map<Gtin, ProductCard> products,
    Map<String, String> offChain)
    implements Names {
  private static final String BY_NAME = "name:";

  @Nullable OperatorCard operator(String party) {
    if (HoldingId.offChain(party)) {
      return null;
    }
    try {
      return operators.get(new Uscc(party));
    } catch (Gs1Exception e) {
      return null;
    }
  }

  @Nullable ProductCard product(Gtin gtin) {
    return products.get(gtin);
  }

  /** The name; null if none is known. */
  @Nullable String name(String party) {
    if (party.startsWith(BY_NAME)) {
      return party.substring(BY_NAME.length());
    }
    OperatorCard card = operator(party);
    return card == null ? offChain.get(party) : card.name();
  }

  @Override
  public String party(String party) {
    String name = name(party);
    return name == null ? party : name;
  }

  @Override
  public @Nullable String unit(Gtin gtin) {
    ProductCard card = product(gtin);
    return card == null ? null : card.unit();
  }
}
