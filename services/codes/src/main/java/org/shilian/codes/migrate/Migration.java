package org.shilian.codes.migrate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.ProductCard;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Place;
import org.shilian.registry.intake.Refusal;

/** Moves the products of an article list to 2D codes. */
@ApplicationScoped
class Migration {
  private final Directory directory;
  private final MigrationStore store;

  Migration(Directory directory, MigrationStore store) {
    this.directory = directory;
    this.store = store;
  }

  /**
   * Migrates what is right in a list. Fails with the refusals of all articles in one problem if
   * there is nothing right in it.
   */
  Uni<List<MigrationReport.Line>> migrate(List<Draft<Gtin>> articles, Caller caller) {
    Set<Gtin> read = new HashSet<>();
    for (Draft<Gtin> article : articles) {
      if (article.value() != null) {
        read.add(article.value());
      }
    }
    return directory
        .products(read)
        .map(known -> articles.stream().map(article -> checked(article, known, caller)).toList())
        .chain(checked -> migrate(checked, caller.keyId()));
  }

  private Uni<List<MigrationReport.Line>> migrate(List<Draft<Gtin>> checked, String keyId) {
    Set<Gtin> right = new LinkedHashSet<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Draft<Gtin> article : checked) {
      if (article.refusal() != null) {
        refusals.add(article.refusal());
      } else {
        right.add(Objects.requireNonNull(article.value()));
      }
    }
    if (right.isEmpty()) {
      return Uni.createFrom().failure(Refusal.ofAll(refusals).toException());
    }
    return store.migrate(right, keyId).map(migrated -> lines(checked, migrated));
  }

  private static Draft<Gtin> checked(
      Draft<Gtin> article, Map<Gtin, ProductCard> known, Caller caller) {
    Gtin gtin = article.value();
    if (gtin == null) {
      return article;
    }
    ProductCard card = known.get(gtin);
    if (card == null) {
      return refused(article, ProblemType.INVALID_INPUT, "is not registered");
    }
    return caller.mayWriteFor(card.operator())
        ? article
        : refused(
            article,
            ProblemType.FORBIDDEN,
            "is not a product of the operator this API key speaks for");
  }

  private static Draft<Gtin> refused(Draft<Gtin> article, ProblemType type, String rule) {
    String field =
        article.place() instanceof Place.InJson json
            ? json.pointer()
            : article.place().field("gtin");
    return Draft.refused(
        article.place(),
        article.key(),
        new Refusal(type, List.of(new Violation(field, article.key(), rule))));
  }

  private static List<MigrationReport.Line> lines(
      List<Draft<Gtin>> articles, MigrationStore.Migrated migrated) {
    Set<Gtin> fresh = new HashSet<>(migrated.fresh());
    List<MigrationReport.Line> lines = new ArrayList<>(articles.size());
    for (int i = 0; i < articles.size(); i++) {
      lines.add(line(articles.get(i), i, migrated.products(), fresh));
    }
    return lines;
  }

  /** The first of several lines with the same product is the one that migrated it. */
  private static MigrationReport.Line line(
      Draft<Gtin> article, int index, Map<Gtin, MigratedProduct> products, Set<Gtin> fresh) {
    @Nullable Refusal refusal = article.refusal();
    if (refusal != null) {
      return MigrationReport.Line.of(
          article.place(),
          index,
          article.key(),
          MigrationReport.Outcome.REFUSED,
          null,
          refusal.problem());
    }
    Gtin gtin = Objects.requireNonNull(article.value());
    MigratedProduct product = Objects.requireNonNull(products.get(gtin));
    return MigrationReport.Line.of(
        article.place(),
        index,
        article.key(),
        fresh.remove(gtin) ? MigrationReport.Outcome.MIGRATED : MigrationReport.Outcome.UNCHANGED,
        MigratedProductView.of(product),
        null);
  }
}
