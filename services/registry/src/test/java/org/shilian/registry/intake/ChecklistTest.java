package org.shilian.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.Gtin;

class ChecklistTest {
  private final Checklist checks = new Checklist(new Place.InJson("/3"));

  @Test
  void collectsEveryBrokenRuleWithItsPlace() {
    assertThat(checks.text("name", " ", 10)).isNull();
    assertThat(checks.parsed("gtin", "6901234567891", Gtin::parse)).isNull();
    assertThat(checks.date("validTo", "31.12.2028")).isNull();
    assertThat(checks.days("shelfLifeDays", 0)).isZero();

    assertThat(checks.violations())
        .extracting(violation -> violation.field() + " " + violation.rule())
        .containsExactly(
            "/3/name is required",
            "/3/gtin check digit is 1, expected 2",
            "/3/validTo is not a date such as 2026-12-31",
            "/3/shelfLifeDays is not between 1 and 36500");
  }

  @Test
  void takesTheBlanksOffText() {
    assertThat(checks.text("name", "\u3000缙云 烧饼 ", 5)).isEqualTo("缙云 烧饼");
    assertThat(checks.optionalText("contact", "  ", 5)).isNull();
    assertThat(checks.violations()).isEmpty();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(checks.text("name", "𠮷𠮷𠮷", 3)).isNotNull();
    assertThat(checks.text("name", "𠮷𠮷𠮷𠮷", 3)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\uD800b", "a\uFFFEb", "a\u0085b"})
  void refusesWhatCannotBeStoredOrSeen(String text) {
    assertThat(checks.text("name", text, 10)).isNull();
    assertThat(checks.violations()).hasSize(1);
  }

  @Test
  void readsDatesOfThisAge() {
    assertThat(checks.date("validTo", "2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(checks.date("validTo", "+12028-01-01")).isNull();
    assertThat(checks.date("validTo", "2027-02-29")).isNull();
    assertThat(checks.violations()).hasSize(2);
  }
}
