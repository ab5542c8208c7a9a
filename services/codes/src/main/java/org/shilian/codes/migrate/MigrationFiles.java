package org.shilian.codes.migrate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.LabelStock;
import org.shilian.codes.key.KnownOperators;
import org.shilian.codes.print.Copies;
import org.shilian.codes.print.PrintForm;
import org.shilian.codes.print.PrintRun;
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
   * @throws ProblemException NOT_FOUND if it is not migrated, FORBIDDEN if it is another's,
   *     INVALID_INPUT if the label has no room
   */
  Response one(
      Gtin gtin,
      PrintForm form,
      @Nullable String label,
      @Nullable String dpi,
      @Nullable String copies,
      Caller caller) {
    MigratedProduct product =
        store.find(Set.of(gtin)).await().atMost(PATIENCE).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "product " + gtin + ": has not been migrated"));
    KnownOperators.mustRead(caller, product.operator());
    if (form == PrintForm.JSON) {
      return answer(form, Response.ok(MigratedProductView.of(product)));
    }
    LabelStock stock = LabelStock.of(label, dpi, form != PrintForm.ZPL, LabelStock.CARTON);
    int number = Copies.number(copies, stock);
    PrintRun.mustFit(product, stock, label);
    return answer(
        form,
        Response.ok(
            new PrintRun(MigratedProduct.COLUMNS, Copies.of(product, number), stock).as(form)));
  }

  /**
   * All products of an operator, or some.
   *
   * @throws ProblemException NOT_FOUND if there are none; FORBIDDEN if they are another's;
   *     INVALID_INPUT if a product is not among them or a label has no room
   */
  Response many(
      @Nullable String operator,
      List<String> gtins,
      PrintForm form,
      @Nullable String label,
      @Nullable String dpi,
      Caller caller) {
    Uscc owner = operators.readable("operator", operator, caller).await().atMost(PATIENCE).uscc();
    LabelStock stock = LabelStock.of(label, dpi, form == PrintForm.PDF, LabelStock.CARTON);
    Set<Gtin> named = named(gtins);
    Iterator<MigratedProduct> products =
        named.isEmpty() ? new Pages(owner) : found(named, owner).iterator();
    if (!products.hasNext()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "operator " + owner + ": none of its products is migrated");
    }
    List<MigratedProduct> all = new ArrayList<>();
    products.forEachRemaining(all::add);
    boolean drawn = form != PrintForm.CSV && form != PrintForm.NDJSON;
    if (drawn) {
      all.forEach(product -> PrintRun.mustFit(product, stock, label));
    }
    if (form == PrintForm.ZIP) {
      PrintRun.mustFitZip(all.size());
    }
    return answer(
        form,
        Response.ok(new PrintRun(MigratedProduct.COLUMNS, all.iterator(), stock).as(form))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"migration-" + owner + form.suffix() + "\""));
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

  private static Response answer(PrintForm form, Response.ResponseBuilder response) {
    return response.type(form.mediaType()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** The products of an operator, read page by page. */
  private final class Pages implements Iterator<MigratedProduct> {
    private final Uscc owner;
    private Iterator<MigratedProduct> page = List.<MigratedProduct>of().iterator();
    private @Nullable String after = "";

    Pages(Uscc owner) {
      this.owner = owner;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && after != null) {
        List<MigratedProduct> next =
            store.list(owner, PageRequest.of(after, PAGE)).await().atMost(PATIENCE);
        after = next.isEmpty() ? null : next.get(next.size() - 1).gtin().value();
        page = next.iterator();
      }
      return page.hasNext();
    }

    @Override
    public MigratedProduct next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.next();
    }
  }
}
