package org.shilian.codes.migrate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.CodeSource;
import org.shilian.codes.file.LabelQuery;
import org.shilian.codes.file.Part;
import org.shilian.codes.key.KnownOperators;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.PageRequest;
import org.shilian.registry.intake.QueryChecks;

/** The labels of migrated products as files; blocks while the products are looked up. */
@ApplicationScoped
class MigrationFiles {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MAX_NAMED = 100;
  private static final String PAGE = "1000";

  private final MigrationStore store;
  private final KnownOperators operators;

  MigrationFiles(MigrationStore store, KnownOperators operators) {
    this.store = store;
    this.operators = operators;
  }

  /**
   * One product.
   *
   * @throws ProblemException NOT_FOUND if it is not migrated, FORBIDDEN if it is another's
   */
  MigratedProduct one(Gtin gtin, Caller caller) {
    MigratedProduct product =
        store.find(Set.of(gtin)).await().atMost(PATIENCE).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "product " + gtin + ": has not been migrated"));
    KnownOperators.mustRead(caller, product.operator());
    return product;
  }

  /**
   * All products of an operator, or some.
   *
   * @throws ProblemException NOT_FOUND if there are none; FORBIDDEN if they are another's;
   *     INVALID_INPUT if a product is not among them
   */
  Labels many(@Nullable String operator, List<String> gtins, Caller caller) {
    Uscc owner = operators.readable("operator", operator, caller).await().atMost(PATIENCE).uscc();
    Set<Gtin> named = named(gtins);
    List<MigratedProduct> products = named.isEmpty() ? all(owner) : found(named, owner);
    if (products.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "operator " + owner + ": none of its products is migrated");
    }
    return new Labels(owner, products);
  }

  /** The labels of an operator's products. */
  record Labels(Uscc owner, List<MigratedProduct> products) implements CodeSource {
    /**
     * The labels as a file.
     *
     * @throws ProblemException INVALID_INPUT if one of them has no room
     */
    CodeFile file(CodeForm form, LabelQuery query) {
      return CodeFile.many(this, form, new Part(0, count()), query);
    }

    @Override
    public List<String> columns() {
      return MigratedProduct.COLUMNS;
    }

    @Override
    public long count() {
      return products.size();
    }

    @Override
    public Iterator<MigratedProduct> codes(Part part) {
      return products.stream().skip(part.from()).limit(part.count()).iterator();
    }

    /** All of them: no name is like another. */
    @Override
    public List<MigratedProduct> widest() {
      return products;
    }
  }

  private static Set<Gtin> named(List<String> gtins) {
    if (gtins.size() > MAX_NAMED) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "gtin",
                  null,
                  "is there " + gtins.size() + " times, expected up to " + MAX_NAMED)));
    }
    Set<Gtin> named = new LinkedHashSet<>();
    for (String gtin : gtins) {
      named.add(QueryChecks.required("gtin", gtin, Gtin::parse));
    }
    return named;
  }

  private List<MigratedProduct> found(Set<Gtin> named, Uscc owner) {
    List<MigratedProduct> found =
        store.find(named).await().atMost(PATIENCE).stream()
            .filter(product -> product.operator().equals(owner))
            .toList();
    Set<Gtin> missing = new LinkedHashSet<>(named);
    found.forEach(product -> missing.remove(product.gtin()));
    if (!missing.isEmpty()) {
      throw ProblemException.invalid(
          missing.stream()
              .map(
                  gtin ->
                      new Violation(
                          "gtin", gtin.value(), "is not a migrated product of operator " + owner))
              .toList());
    }
    return found;
  }

  private List<MigratedProduct> all(Uscc owner) {
    List<MigratedProduct> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<MigratedProduct> page =
          store.list(owner, PageRequest.of(after, PAGE)).await().atMost(PATIENCE);
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.get(page.size() - 1).gtin().value();
    }
  }
}
