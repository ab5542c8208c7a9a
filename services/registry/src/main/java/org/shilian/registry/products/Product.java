package org.shilian.registry.products;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.Violation;
import org.shilian.registry.intake.Differences;
import org.shilian.registry.intake.Draft;

/** A product as it is stored. */
@Entity
@Table(schema = "registry", name = "product")
class Product {
  @Id
  @Column(name = "gtin")
  private String gtin;

  @Column(name = "operator", nullable = false, updatable = false)
  private String operator;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "specification", nullable = false)
  private String specification;

  @Column(name = "unit", nullable = false, updatable = false)
  private String unit;

  @Column(name = "shelf_life_days", nullable = false)
  private int shelfLifeDays;

  @Column(name = "category_edition", nullable = false, updatable = false)
  private String categoryEdition;

  @Column(name = "category_code", nullable = false, updatable = false)
  private String categoryCode;

  @Column(name = "registered_at", nullable = false, updatable = false)
  private Instant registeredAt;

  /** For Hibernate. */
  protected Product() {}

  Product(Gtin gtin, Uscc operator, Unit unit, CategoryKey category, Details details, Instant now) {
    this.gtin = gtin.value();
    this.operator = operator.value();
    this.unit = unit.name();
    this.categoryEdition = category.edition();
    this.categoryCode = category.code();
    this.registeredAt = now;
    this.name = details.name();
    this.specification = details.specification();
    this.shelfLifeDays = details.shelfLifeDays();
  }

  /** What may change about a product. */
  record Details(String name, String specification, int shelfLifeDays) {}

  void change(Details details) {
    name = details.name();
    specification = details.specification();
    shelfLifeDays = details.shelfLifeDays();
  }

  Details details() {
    return new Details(name, specification, shelfLifeDays);
  }

  Gtin gtin() {
    return new Gtin(gtin);
  }

  Uscc operator() {
    return new Uscc(operator);
  }

  CategoryKey category() {
    return new CategoryKey(categoryEdition, categoryCode);
  }

  ProductView view(boolean highRisk) {
    return new ProductView(
        gtin, operator, name, specification, unit, shelfLifeDays, category(), highRisk);
  }

  static List<Violation> differences(Product registered, Draft<Product> draft) {
    Product sent = Objects.requireNonNull(draft.value());
    return registered
        .fixedDifferences(new Differences(draft.place()), sent)
        .changeable("name", registered.name, sent.name)
        .changeable("specification", registered.specification, sent.specification)
        .changeable("shelfLifeDays", registered.shelfLifeDays, sent.shelfLifeDays)
        .found();
  }

  Differences fixedDifferences(Differences differences, Product sent) {
    return differences
        .fixed("operator", operator, sent.operator)
        .fixed("unit", unit, sent.unit)
        .fixed("category", category(), sent.category());
  }
}
