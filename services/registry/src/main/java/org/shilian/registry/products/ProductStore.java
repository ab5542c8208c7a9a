package org.shilian.registry.products;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.Transactions;
import org.shilian.registry.intake.Differences;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Outcome;
import org.shilian.registry.intake.PageRequest;
import org.shilian.registry.intake.Refusal;
import org.shilian.registry.intake.Registration;

/** Products in the database. */
@ApplicationScoped
class ProductStore {
  private static final int BATCH = 200;

  private final Transactions transactions;
  private final Directory directory;

  ProductStore(Transactions transactions, Directory directory) {
    this.transactions = transactions;
    this.directory = directory;
  }

  /** A product and whether its category is a key variety. */
  record Rated(Product product, boolean highRisk) {
    ProductView view() {
      return product.view(highRisk);
    }
  }

  /** The category table, small and changed by migrations only. */
  record Categories(Map<CategoryKey, FoodCategory> byKey) {
    boolean highRisk(CategoryKey key) {
      FoodCategory category = byKey.get(key);
      return category != null && category.highRisk();
    }
  }

  /** What came of a document, with the categories to show it by. */
  record Registered(List<Outcome<Product>> outcomes, Categories categories) {}

  /**
   * Registers what is new among these, in one transaction.
   *
   * @param atomic whether nothing is registered as soon as one is refused; then this fails with a
   *     ProblemException
   */
  Uni<Registered> register(List<Draft<Product>> drafts, boolean atomic) {
    return transactions
        .run(session -> register(session, drafts, atomic))
        // somebody registered one of them meanwhile: now it is there to be compared with
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(2);
  }

  private static Uni<Registered> register(
      Mutiny.Session session, List<Draft<Product>> drafts, boolean atomic) {
    return categories(session)
        .chain(
            categories ->
                owners(session, drafts)
                    .chain(
                        owners -> {
                          List<Draft<Product>> checked =
                              drafts.stream()
                                  .map(draft -> checkReferences(draft, owners, categories))
                                  .toList();
                          return store(session, checked, atomic);
                        })
                    .map(outcomes -> new Registered(outcomes, categories)));
  }

  private static Uni<List<Outcome<Product>>> store(
      Mutiny.Session session, List<Draft<Product>> drafts, boolean atomic) {
    Set<String> gtins = new HashSet<>();
    for (Draft<Product> draft : drafts) {
      if (draft.value() != null) {
        gtins.add(draft.value().gtin().value());
      }
    }
    return find(session, gtins)
        .chain(
            known -> {
              Registration<Product> registration = new Registration<>(known, Product::differences);
              List<Outcome<Product>> outcomes = registration.decide(drafts);
              if (atomic) {
                Outcome.requireNoneRefused(outcomes);
              }
              return session
                  .setBatchSize(BATCH)
                  .persistAll(registration.created().toArray())
                  .chain(session::flush)
                  .replaceWith(outcomes);
            });
  }

  private static Draft<Product> checkReferences(
      Draft<Product> draft, Set<String> owners, Categories categories) {
    Product product = draft.value();
    if (product == null) {
      return draft;
    }
    List<Violation> violations = new ArrayList<>();
    if (!owners.contains(product.operator().value())) {
      violations.add(
          new Violation(
              draft.place().field("operator"), product.operator().value(), "is not registered"));
    }
    CategoryKey category = product.category();
    if (!categories.byKey().containsKey(category)) {
      violations.add(
          new Violation(
              draft.place().field("category/code"),
              category.code(),
              "is not a category of edition " + category.edition()));
    }
    return violations.isEmpty()
        ? draft
        : Draft.refused(
            draft.place(), draft.key(), new Refusal(ProblemType.INVALID_INPUT, violations));
  }

  private static Uni<Set<String>> owners(Mutiny.Session session, List<Draft<Product>> drafts) {
    Set<String> usccs = new HashSet<>();
    for (Draft<Product> draft : drafts) {
      if (draft.value() != null) {
        usccs.add(draft.value().operator().value());
      }
    }
    if (usccs.isEmpty()) {
      return Uni.createFrom().item(usccs);
    }
    return session
        .createSelectionQuery("select o.uscc from Operator o where o.uscc in :usccs", String.class)
        .setParameter("usccs", usccs)
        .getResultList()
        .map(HashSet::new);
  }

  private static Uni<Categories> categories(Mutiny.Session session) {
    return session
        .createSelectionQuery("from FoodCategory", FoodCategory.class)
        .getResultList()
        .map(
            all ->
                new Categories(
                    all.stream().collect(Collectors.toMap(FoodCategory::key, one -> one))));
  }

  private static Uni<Map<String, Product>> find(Mutiny.Session session, Set<String> gtins) {
    if (gtins.isEmpty()) {
      return Uni.createFrom().item(new HashMap<>());
    }
    return session
        .createSelectionQuery("from Product p where p.gtin in :gtins", Product.class)
        .setParameter("gtins", gtins)
        .getResultList()
        .map(
            found ->
                found.stream()
                    .collect(Collectors.toMap(product -> product.gtin().value(), one -> one)));
  }

  /** One product; fails with NOT_FOUND. */
  Uni<Rated> get(Gtin gtin) {
    return transactions.read(session -> get(session, gtin).chain(one -> rate(session, one)));
  }

  private static Uni<Product> get(Mutiny.Session session, Gtin gtin) {
    return session
        .find(Product.class, gtin.value())
        .onItem()
        .ifNull()
        .failWith(
            () ->
                new ProblemException(ProblemType.NOT_FOUND, "no product is registered as " + gtin));
  }

  private static Uni<Rated> rate(Mutiny.Session session, Product product) {
    return session
        .find(FoodCategory.class, product.category())
        .map(category -> new Rated(product, category.highRisk()));
  }

  /**
   * Changes what may be changed; fails with NOT_FOUND, with FORBIDDEN when the product is another
   * operator's, or with CONFLICT for a fixed field.
   */
  Uni<Rated> change(Product sent, Differences place, Caller caller) {
    return transactions
        .run(
            session ->
                get(session, sent.gtin())
                    .invoke(
                        product -> {
                          caller.mustBe(product.operator());
                          List<Violation> fixed = product.fixedDifferences(place, sent).found();
                          if (!fixed.isEmpty()) {
                            throw new Refusal(ProblemType.CONFLICT, fixed).toException();
                          }
                          product.change(sent.details());
                        })
                    .chain(product -> rate(session, product)))
        .invoke(() -> directory.forget(sent.gtin()));
  }

  /** Products in the order of their GTIN. */
  Uni<List<Rated>> list(@Nullable Uscc operator, @Nullable String category, PageRequest page) {
    return transactions.read(
        session ->
            session
                .createSelectionQuery(
                    """
                    from Product p
                    where p.gtin > :after
                      and (:operator is null or p.operator = :operator)
                      and (:category is null or p.categoryCode = :category)
                    order by p.gtin
                    """,
                    Product.class)
                .setParameter("after", page.after())
                .setParameter("operator", operator == null ? null : operator.value())
                .setParameter("category", category)
                .setMaxResults(page.limit())
                .getResultList()
                .chain(
                    products ->
                        categories(session)
                            .map(
                                categories ->
                                    products.stream()
                                        .map(
                                            product ->
                                                new Rated(
                                                    product,
                                                    categories.highRisk(product.category())))
                                        .toList())));
  }

  /** The categories of an edition, or of all, in the order of their codes. */
  Uni<List<FoodCategoryView>> categories(@Nullable String edition) {
    return transactions.read(
        session ->
            session
                .createSelectionQuery(
                    """
                    from FoodCategory c where (:edition is null or c.key.edition = :edition)
                    order by c.key.edition, c.key.code
                    """,
                    FoodCategory.class)
                .setParameter("edition", edition)
                .getResultList()
                .map(all -> all.stream().map(FoodCategory::view).toList()));
  }
}
