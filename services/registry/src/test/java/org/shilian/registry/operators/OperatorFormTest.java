package org.shilian.registry.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shilian.problem.StrictJson;
import org.shilian.problem.Violation;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Place;

class OperatorFormTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private final ObjectMapper mapper = new ObjectMapper();

  OperatorFormTest() {
    StrictJson.configure(mapper);
  }

  private Draft<Operator> check(String json) throws JsonProcessingException {
    return mapper.readValue(json, OperatorForm.class).check(new Place.InJson(""), CLOCK);
  }

  @Test
  void takesTheExampleOfTheApiDescription() throws Exception {
    Draft<Operator> draft = check(OperatorExamples.ONE);

    assertThat(draft.refusal()).isNull();
    OperatorView view = Objects.requireNonNull(draft.value()).view();
    assertThat(view.uscc()).isEqualTo("91331122MA2E0K0T09");
    assertThat(view.licences())
        .extracting(Licence::toString)
        .containsExactly("食品生产许可证 SC12433112200017 to 2028-06-30");
  }

  @Test
  void takesTheSameFromTheCsvExample() throws Exception {
    List<Draft<Operator>> drafts =
        OperatorCsv.drafts(
            OperatorExamples.CSV.getBytes(StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            10,
            CLOCK);
    OperatorView fromCsv = Objects.requireNonNull(drafts.get(0).value()).view();
    OperatorView fromJson = Objects.requireNonNull(check(OperatorExamples.ONE).value()).view();

    assertThat(fromCsv).usingRecursiveComparison().ignoringFields("address").isEqualTo(fromJson);
  }

  @Test
  void namesEveryBrokenRule() throws Exception {
    Draft<Operator> draft =
        check(
            """
            {"uscc": "91331122MA2E0K0T0I", "role": "farmer", "region": "3311", "gln": "1",
             "licences": [{"kind": "k", "number": "n"}, {"kind": "k", "number": "n"},
                          {"kind": "k", "validTo": "soon"}, null]}
            """);

    List<String> fields = new ArrayList<>();
    for (Violation violation : draft.refusal().violations()) {
      fields.add(violation.field());
    }
    assertThat(fields)
        .containsExactly(
            "/uscc",
            "/name",
            "/role",
            "/region",
            "/terminal",
            "/licences/1",
            "/licences/2/number",
            "/licences/2/validTo",
            "/licences/3",
            "/gln");
  }

  @Test
  void namesTheColumnOfABrokenLicence() {
    String csv =
        """
        uscc,name,role,region,terminal,licenceKind,licenceNumber,licenceValidTo
        91331122MA2E0K0T09,n,producer,331122,true,,JY1,31.12.2028
        """;
    Draft<Operator> draft =
        OperatorCsv.drafts(csv.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, 10, CLOCK)
            .get(0);

    assertThat(draft.refusal().violations())
        .extracting(Violation::field)
        .containsExactly("line 2, column licenceKind", "line 2, column licenceValidTo");
  }

  @Test
  void tellsWhichFieldsMayNotChange() throws Exception {
    Operator registered = Objects.requireNonNull(check(OperatorExamples.ONE).value());
    Draft<Operator> other =
        check(
            """
            {"uscc": "91331122MA2E0K0T09", "name": "other", "role": "caterer", "region": "331121",
             "terminal": true}
            """);

    assertThat(Operator.differences(registered, other))
        .extracting(violation -> violation.field() + " " + violation.rule())
        .containsExactly(
            "/role is registered as producer and is fixed",
            "/region is registered as 331122 and is fixed",
            "/terminal is registered as false and is fixed",
            "/name is registered as 缙云烧饼食品有限公司; PUT changes it",
            "/licences is registered as [食品生产许可证 SC12433112200017 to 2028-06-30]; PUT changes"
                + " it",
            "/address is registered as 浙江省丽水市缙云县五云街道; PUT changes it");
  }
}
