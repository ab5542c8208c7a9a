package org.shilian.registry.products;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Csv;
import org.shilian.registry.intake.Draft;

/** Products in CSV, one a line. */
final class ProductCsv {
  private static final List<String> REQUIRED =
      List.of(
          "gtin",
          "name",
          "specification",
          "unit",
          "shelfLifeDays",
          "categoryEdition",
          "categoryCode");
  private static final List<String> OPTIONAL = List.of("operator");

  private ProductCsv() {}

  static List<Draft<Product>> drafts(
      byte[] body, Charset charset, int maxRows, Caller caller, Instant now) {
    return Csv.read(body, charset, REQUIRED, OPTIONAL, maxRows)
        .drafts("gtin", (row, place) -> form(row).check(place, caller, now));
  }

  private static ProductForm form(Csv.Row row) {
    return new ProductForm(
        row.get("gtin"),
        row.get("operator"),
        row.get("name"),
        row.get("specification"),
        row.get("unit"),
        row.integer("shelfLifeDays"),
        new ProductForm.CategoryForm(row.get("categoryEdition"), row.get("categoryCode")),
        null);
  }
}
