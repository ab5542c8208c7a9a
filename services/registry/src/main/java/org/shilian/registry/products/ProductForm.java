package org.shilian.registry.products;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Place;
import org.shilian.registry.intake.Refusal;

/**
 * A product as a client sends it, before anything is checked.
 *
 * @param operator may be left out by an enterprise, whose own product it then is
 * @param highRisk may be sent as it was read; it follows from the category
 */
@Schema(name = "ProductForm", examples = ProductExamples.ONE)
public record ProductForm(
    @Schema(description = "8, 12, 13 or 14 digits") @Nullable String gtin,
    @Schema(description = "The brand owner's USCC; an enterprise may leave out its own")
        @Nullable String operator,
    @Nullable String name,
    @Nullable String specification,
    @Schema(enumeration = {"KGM", "GRM", "LTR", "MLT", "H87"}) @Nullable String unit,
    @Nullable Integer shelfLifeDays,
    @Nullable CategoryForm category,
    @Schema(description = "Not read: it follows from the category") @Nullable Boolean highRisk) {

  private static final int MAX_NAME = 200;
  private static final int MAX_CODE = 40;

  /** A category as a client sends it. */
  @Schema(name = "CategoryForm")
  public record CategoryForm(@Nullable String edition, @Nullable String code) {}

  /** This form with the key of its path, where it names none itself. */
  ProductForm withGtin(String fromPath) {
    return gtin != null
        ? this
        : new ProductForm(
            fromPath, operator, name, specification, unit, shelfLifeDays, category, highRisk);
  }

  Draft<Product> check(Place place, Caller caller, Instant now) {
    Checklist checks = new Checklist(place);
    Gtin gtin = checks.parsed("gtin", gtin(), Gtin::parse);
    Uscc operator = checkOperator(checks, caller);
    String name = checks.text("name", name(), MAX_NAME);
    String specification = checks.text("specification", specification(), MAX_NAME);
    Unit unit = checks.parsed("unit", unit(), Unit::parse);
    int shelfLifeDays = checks.days("shelfLifeDays", shelfLifeDays());
    CategoryKey category = checkCategory(checks);
    String key = gtin == null ? gtin() : gtin.value();
    if (!checks.violations().isEmpty()) {
      return Draft.refused(place, key, new Refusal(ProblemType.INVALID_INPUT, checks.violations()));
    }
    Uscc owner = Objects.requireNonNull(operator);
    if (!caller.mayWriteFor(owner)) {
      Violation notYours =
          new Violation(
              place.field("operator"),
              owner.value(),
              "is not the operator this API key speaks for");
      return Draft.refused(place, key, new Refusal(ProblemType.FORBIDDEN, List.of(notYours)));
    }
    Product product =
        new Product(
            Objects.requireNonNull(gtin),
            owner,
            Objects.requireNonNull(unit),
            Objects.requireNonNull(category),
            new Product.Details(
                Objects.requireNonNull(name), Objects.requireNonNull(specification), shelfLifeDays),
            now);
    return Draft.of(place, gtin.value(), product);
  }

  private @Nullable Uscc checkOperator(Checklist checks, Caller caller) {
    if (operator() == null && caller.operator() != null) {
      return caller.operator();
    }
    return checks.parsed("operator", operator(), Uscc::new);
  }

  private @Nullable CategoryKey checkCategory(Checklist checks) {
    if (category() == null) {
      checks.require("category", null);
      return null;
    }
    String edition = checks.text("category/edition", category().edition(), MAX_CODE);
    String code = checks.text("category/code", category().code(), MAX_CODE);
    return edition == null || code == null ? null : new CategoryKey(edition, code);
  }
}
