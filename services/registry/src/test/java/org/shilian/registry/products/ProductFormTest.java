package org.shilian.registry.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemType;
import org.shilian.problem.StrictJson;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Place;

class ProductFormTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Caller ADMIN = new Caller("a", Caller.Role.ADMIN, null);
  private static final Caller MAKER =
      new Caller("m", Caller.Role.ENTERPRISE, new Uscc("91331122MA2E0K0T09"));
  private final ObjectMapper mapper = new ObjectMapper();

  ProductFormTest() {
    StrictJson.configure(mapper);
  }

  private Draft<Product> check(String json, Caller caller) throws JsonProcessingException {
    return mapper.readValue(json, ProductForm.class).check(new Place.InJson(""), caller, NOW);
  }

  @Test
  void takesTheExampleOfTheApiDescription() throws Exception {
    Draft<Product> draft = check(ProductExamples.ONE, MAKER);

    assertThat(draft.refusal()).isNull();
    assertThat(draft.key()).isEqualTo("09521234000013");
    assertThat(draft.value().category()).isEqualTo(new CategoryKey("2020", "2401"));
  }

  @Test
  void takesTheSameFromTheCsvExample() throws Exception {
    List<Draft<Product>> drafts =
        ProductCsv.drafts(
            ProductExamples.CSV.getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            10,
            ADMIN,
            NOW);

    assertThat(Objects.requireNonNull(drafts.get(0).value()).view(false))
        .isEqualTo(Objects.requireNonNull(check(ProductExamples.ONE, ADMIN).value()).view(false));
  }

  @Test
  void takesWhatItAnswered() throws Exception {
    ProductView view = Objects.requireNonNull(check(ProductExamples.ONE, ADMIN).value()).view(true);

    assertThat(check(mapper.writeValueAsString(view), ADMIN).refusal()).isNull();
  }

  @Test
  void anEnterpriseNeedNotNameItself() throws Exception {
    String json = ProductExamples.ONE.replaceFirst("\"operator\": \"\\w+\",", "");

    assertThat(check(json, MAKER).value().operator()).isEqualTo(MAKER.operator());
    assertThat(check(json, ADMIN).refusal().violations())
        .containsExactly(new Violation("/operator", null, "is required"));
  }

  @Test
  void anEnterpriseMayNotRegisterForAnother() throws Exception {
    Caller other = new Caller("o", Caller.Role.ENTERPRISE, new Uscc("92331122MA2HJ00018"));

    assertThat(check(ProductExamples.ONE, other).refusal().type()).isEqualTo(ProblemType.FORBIDDEN);
  }

  @Test
  void namesEveryBrokenRule() throws Exception {
    Draft<Product> draft =
        check(
            """
            {"gtin": "6901234567891", "operator": "9", "name": " ", "unit": "kg",
             "shelfLifeDays": 0, "category": {"code": "2401"}}
            """,
            ADMIN);

    assertThat(draft.refusal().violations())
        .extracting(violation -> violation.field() + " " + violation.rule())
        .containsExactly(
            "/gtin check digit is 1, expected 2",
            "/operator has 1 characters, expected 18",
            "/name is required",
            "/specification is required",
            "/unit is not one of KGM, GRM, LTR, MLT, H87",
            "/shelfLifeDays is not between 1 and 36500",
            "/category/edition is required");
  }

  @Test
  void tellsWhichFieldsMayNotChange() throws Exception {
    Product registered = Objects.requireNonNull(check(ProductExamples.ONE, ADMIN).value());
    Draft<Product> other =
        check(
            ProductExamples.ONE
                .replace("H87", "KGM")
                .replace("2401", "2402")
                .replace(": 30", ": 31"),
            ADMIN);

    assertThat(Product.differences(registered, other))
        .extracting(violation -> violation.field() + " " + violation.rule())
        .containsExactly(
            "/unit is registered as H87 and is fixed",
            "/category is registered as 2020 2401 and is fixed",
            "/shelfLifeDays is registered as 30; PUT changes it");
  }
}
