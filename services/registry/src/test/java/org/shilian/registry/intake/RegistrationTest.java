package org.shilian.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

class RegistrationTest {
  private static List<Violation> differences(String registered, Draft<String> draft) {
    return new Differences(draft.place()).fixed("text", registered, draft.value()).found();
  }

  private final Registration<String> registration =
      new Registration<>(Map.of("known", "old"), RegistrationTest::differences);

  private static Draft<String> draft(int index, String key, String value) {
    return Draft.of(new Place.InJson("/" + index), key, value);
  }

  private static Draft<String> refused(int index, ProblemType type, String field) {
    Place place = new Place.InJson("/" + index);
    return Draft.refused(
        place,
        null,
        new Refusal(type, List.of(new Violation(place.field(field), "v", "is broken"))));
  }

  @Test
  void createsWhatIsNewAndLeavesTheSame() {
    List<Outcome<String>> outcomes =
        registration.decide(List.of(draft(0, "new", "a"), draft(1, "known", "old")));

    assertThat(outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.CREATED, Outcome.Kind.UNCHANGED);
    assertThat(registration.created()).containsExactly("a");
    assertThat(Outcome.anyCreated(outcomes)).isTrue();
    assertThatCode(() -> Outcome.requireNoneRefused(outcomes)).doesNotThrowAnyException();
  }

  @Test
  void comparesLaterObjectsOfADocumentWithEarlierOnes() {
    List<Outcome<String>> outcomes =
        registration.decide(
            List.of(draft(0, "new", "a"), draft(1, "new", "a"), draft(2, "new", "b")));

    assertThat(outcomes)
        .extracting(Outcome::kind)
        .containsExactly(Outcome.Kind.CREATED, Outcome.Kind.UNCHANGED, Outcome.Kind.REFUSED);
    assertThat(registration.created()).containsExactly("a");
  }

  @Test
  void refusesAKnownOneThatDiffersNamingTheField() {
    List<Outcome<String>> outcomes = registration.decide(List.of(draft(0, "known", "new")));

    assertThatThrownBy(() -> Outcome.requireNoneRefused(outcomes))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(409);
              assertThat(e.violations())
                  .containsExactly(
                      new Violation("/0/text", "new", "is registered as old and is fixed"));
            });
  }

  @Test
  void answersForAWholeDocumentWithTheGravestProblemAndAllViolations() {
    List<Outcome<String>> outcomes =
        registration.decide(
            List.of(
                draft(0, "known", "new"),
                refused(1, ProblemType.INVALID_INPUT, "gtin"),
                refused(2, ProblemType.FORBIDDEN, "operator")));

    assertThatThrownBy(() -> Outcome.requireNoneRefused(outcomes))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(403);
              assertThat(e.violations())
                  .extracting(Violation::field)
                  .containsExactly("/2/operator", "/1/gtin", "/0/text");
            });
  }

  @Test
  void reportsEveryLineOfAnImport() {
    List<Outcome<String>> outcomes =
        registration.decide(
            List.of(
                Draft.of(new Place.OnLine(2), "new", "a"),
                Draft.of(new Place.OnLine(3), "known", "new")));

    ImportReport report = ImportReport.unlessAllRefused(outcomes);

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.lines().get(1).line()).isEqualTo(3);
    assertThat(report.lines().get(1).problem().detail())
        .isEqualTo("line 3, column text: is registered as old and is fixed");
  }

  @Test
  void refusesAnImportOfWhichNothingIsLeft() {
    List<Outcome<String>> outcomes =
        registration.decide(List.of(Draft.of(new Place.OnLine(2), "known", "new")));

    assertThatThrownBy(() -> ImportReport.unlessAllRefused(outcomes))
        .isInstanceOf(ProblemException.class);
  }
}
