package org.shilian.faults.poison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpoiltTest {
  @Test
  void spoilsEveryFieldInEveryWay() {
    assertThat(Spoilt.all())
        .extracting(Spoilt::what)
        .hasSizeGreaterThan(5_000)
        .contains(
            "PRODUCE /eventTime missing",
            "PRODUCE /ilmd/gs1:productionDate missing",
            "SHIP /destinationList/0/destination NUL",
            "RECEIVE /quantityList/0/quantity a huge number");
  }
}
