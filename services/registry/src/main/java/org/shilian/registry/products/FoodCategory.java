package org.shilian.registry.products;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A category of food as a migration brought it. */
@Entity
@Immutable
@Table(schema = "registry", name = "food_category")
class FoodCategory {
  @EmbeddedId @Column private CategoryKey key;

  @Column(name = "name_zh", nullable = false)
  private String nameZh;

  @Column(name = "name_en", nullable = false)
  private String nameEn;

  @Column(name = "high_risk", nullable = false)
  private boolean highRisk;

  /** For Hibernate. */
  protected FoodCategory() {}

  CategoryKey key() {
    return key;
  }

  boolean highRisk() {
    return highRisk;
  }

  FoodCategoryView view() {
    return new FoodCategoryView(key.edition(), key.code(), nameZh, nameEn, highRisk);
  }
}
