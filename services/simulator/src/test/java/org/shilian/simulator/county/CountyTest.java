package org.shilian.simulator.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountyTest {

  @Test
  void isTheSameForTheSameSeed() {
    County one = County.of(7, 80);
    County other = County.of(7, 80);
    assertThat(one.operators()).isEqualTo(other.operators());
    assertThat(one.products()).isEqualTo(other.products());
    one.operators().forEach(o -> assertThat(one.suppliersOf(o)).isEqualTo(other.suppliersOf(o)));
  }

  @Test
  void sharesNoOperatorWithAnotherSeedOrSize() {
    Set<String> usccs = new HashSet<>();
    int operators = 0;
    for (County county : new County[] {County.of(7, 80), County.of(8, 80), County.of(7, 21)}) {
      county.operators().forEach(operator -> usccs.add(operator.uscc()));
      operators += county.operators().size();
    }
    assertThat(usccs).hasSize(operators);
  }

  @Test
  void hasEveryTradeAndTheAskedNumberOfOperators() {
    for (int size : new int[] {21, 22, 79, 80, 1000}) {
      County county = County.of(1, size);
      assertThat(county.operators()).hasSize(size);
      assertThat(county.operators().stream().map(Operator::trade).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder(Trade.values());
    }
  }

  @Test
  void hasNoGtinAndNoLocationNumberTwice() {
    County county = County.of(1, 1000);
    Set<String> keys = new HashSet<>();
    county.products().forEach(product -> keys.add(product.gtin()));
    county.operators().forEach(operator -> keys.add("0" + operator.gln()));
    assertThat(keys).hasSize(county.products().size() + county.operators().size());
  }

  @Test
  void writesIdentifiersThatCarryTheirCheckDigit() {
    County county = County.of(1, 200);
    for (Product product : county.products()) {
      String gtin = product.gtin();
      assertThat(gtin).hasSize(14).startsWith("0952");
      assertThat(CheckDigits.gs1(gtin.substring(0, 13))).isEqualTo(gtin);
    }
    for (Operator operator : county.operators()) {
      assertThat(CheckDigits.uscc(operator.uscc().substring(0, 17))).isEqualTo(operator.uscc());
      assertThat(operator.licenceNumber()).matches("(SC|JY)1[0-9]{13}");
    }
  }

  @Test
  void findsABuyerForEveryMaker() {
    County county = County.of(3, 80);
    for (Operator maker : county.operators()) {
      if (maker.trade().role() == Role.PRODUCER && maker.trade() != Trade.DUCK_FARM) {
        assertThat(county.operators().stream().filter(o -> county.suppliersOf(o).contains(maker)))
            .as(maker.name())
            .hasSizeGreaterThanOrEqualTo(2);
      }
    }
  }

  @Test
  void refusesTooSmallACounty() {
    assertThatThrownBy(() -> County.of(1, 20)).hasMessageContaining("must have 21 to");
  }
}
