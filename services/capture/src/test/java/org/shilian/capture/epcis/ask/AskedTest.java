package org.shilian.capture.epcis.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.epcis.Namespaces;
import org.shilian.problem.ProblemException;

class AskedTest {
  @Test
  void takesNothingForGranted() {
    Asked asked = Asked.of(Headers.of(Map.of()));

    assertThat(asked.behaviour()).isEqualTo(ErrorBehaviour.ROLLBACK);
    assertThat(asked.namespaces()).isEqualTo(Namespaces.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "GS1-EPCIS-Version, 2.0",
    "GS1-EPCIS-Version, 2",
    "GS1-EPCIS-Version, 2.0.1",
    "GS1-CBV-Version,   2.0.0",
    "GS1-EPCIS-Min,     1.2",
    "GS1-EPCIS-Min,     2.0",
    "GS1-EPCIS-Max,     2.0",
    "GS1-EPCIS-Max,     10.1",
    "GS1-CBV-Min,       1.2.2",
    "GS1-EPC-Format,    No_Preference",
    "GS1-EPC-Format,    Never_Translates",
    "GS1-Capture-Error-Behaviour, rollback",
    "GS1-Capture-Error-Behaviour, proceed",
  })
  void givesWhatItSpeaks(String header, String value) {
    assertThat(Asked.of(Headers.of(Map.of(header, value)))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "GS1-EPCIS-Version, 1.2,   406, this server speaks 2.0",
    "GS1-EPCIS-Version, 2.1,   406, this server speaks 2.0",
    "GS1-EPCIS-Version, 20,    406, this server speaks 2.0",
    "GS1-CBV-Version,   1.2.2, 406, this server speaks 2.0",
    "GS1-EPCIS-Min,     2.1,   406, this server speaks 2.0",
    "GS1-EPCIS-Max,     1.2,   406, this server speaks 2.0",
    "GS1-CBV-Max,       1,     406, this server speaks 2.0",
    "GS1-EPC-Format, Always_EPC_URN, 406, identifiers are given as they came",
    "GS1-EPC-Format, always, 422, 'must be one of No_Preference, Never_Translates, Always_GS1_Digital_Link, Always_EPC_URN'",
    "GS1-EPCIS-Version, '',    422, 'must be a version number, like 2.0'",
    "GS1-EPCIS-Version, v2,    422, 'must be a version number, like 2.0'",
    "GS1-EPCIS-Version, 2.,    422, 'must be a version number, like 2.0'",
    "GS1-EPCIS-Version, 99999999999.0, 422, 'must be a version number, like 2.0'",
    "GS1-Capture-Error-Behaviour, all, 422, must be rollback or proceed",
    "GS1-Capture-Error-Behaviour, Proceed, 422, must be rollback or proceed",
    "GS1-Extensions, erp, 422, must be a list of prefix=URI",
    "GS1-Extensions, '=https://x.example/', 422, must be a list of prefix=URI",
  })
  void refusesWhatItDoesNot(String header, String value, int status, String rule) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> Asked.of(Headers.of(Map.of(header, value))));

    assertThat(refusal.problem().status()).isEqualTo(status);
    assertThat(refusal.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo(header);
              assertThat(violation.rule()).isEqualTo(rule);
            });
  }

  @Test
  void readsThePrefixesOfExtensions() {
    Namespaces read =
        Asked.of(
                Headers.of(
                    Map.of(
                        "GS1-Extensions",
                        "erp=https://erp.example.com/?v=1, wms=https://wms.example.com/")))
            .namespaces();

    assertThat(read.iri("erp")).isEqualTo("https://erp.example.com/?v=1");
    assertThat(read.iri("wms")).isEqualTo("https://wms.example.com/");
    assertThat(read.iri("shilian")).isEqualTo(Namespaces.SHILIAN);
  }

  @Test
  void refusesAPrefixForNoUri() {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class,
            () -> Asked.of(Headers.of(Map.of("GS1-Extensions", "erp=no uri"))));

    assertThat(refusal.violations().get(0).rule()).startsWith("no uri ");
  }
}
