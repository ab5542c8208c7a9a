package org.shilian.codes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.BatchStore.Batch;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.ProductCard;
import org.shilian.registry.ResolverConfig;

/**
 * Issues batch codes: to who made the lot or owns the product, with its last day if that is the one
 * on record.
 */
@ApplicationScoped
class BatchIssue {
  private final Directory directory;
  private final BatchStore batches;
  private final AnnouncementStore announcements;
  private final String base;

  BatchIssue(
      Directory directory,
      BatchStore batches,
      AnnouncementStore announcements,
      ResolverConfig resolver) {
    this.directory = directory;
    this.batches = batches;
    this.announcements = announcements;
    this.base = resolver.baseUri();
  }

  /**
   * The code of a batch. One that nobody has recorded making is announced, which the product's
   * owner may. Fails with INVALID_INPUT if the product is not registered, the lot was voided or the
   * last day is another; FORBIDDEN if neither product nor lot are the caller's.
   */
  Uni<BatchCode> issue(BatchForm.Checked wanted, Caller caller) {
    return Uni.combine()
        .all()
        .unis(directory.products(Set.of(wanted.gtin())), batches.batch(wanted.gtin(), wanted.lot()))
        .with((products, batch) -> code(wanted, products.get(wanted.gtin()), batch, caller))
        .chain(code -> code);
  }

  private Uni<BatchCode> code(
      BatchForm.Checked wanted, @Nullable ProductCard card, Batch batch, Caller caller) {
    if (card == null) {
      throw refusal("/gtin", wanted.gtin().value(), "is not registered");
    }
    boolean ownsProduct = caller.mayWriteFor(card.operator());
    boolean madeLot = batch.maker() != null && batch.maker().equals(caller.operator());
    if (!ownsProduct && !madeLot) {
      String rule =
          "is not a product of the operator this API key speaks for, nor did that make the lot";
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "/gtin " + wanted.gtin() + ": " + rule,
          List.of(new Violation("/gtin", wanted.gtin().value(), rule)));
    }
    return switch (batch.state()) {
      case VOIDED ->
          throw refusal("/lot", wanted.lot().value(), "the record of making this lot was voided");
      case MADE -> {
        LastDay.check("/expiry", wanted.expiry(), batch.expires());
        yield Uni.createFrom()
            .item(BatchCode.of(wanted.gtin(), wanted.lot(), wanted.expiry(), base));
      }
      case NOT_MADE ->
          announcements
              .announce(wanted, card.operator(), caller.keyId())
              .invoke(announced -> LastDay.check("/expiry", wanted.expiry(), announced.expires()))
              .map(
                  announced ->
                      BatchCode.of(wanted.gtin(), wanted.lot(), wanted.expiry(), base)
                          .asAnnounced());
    };
  }

  private static ProblemException refusal(String field, String value, String rule) {
    return ProblemException.invalid(List.of(new Violation(field, value, rule)));
  }
}
