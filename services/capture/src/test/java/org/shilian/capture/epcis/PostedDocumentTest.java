package org.shilian.capture.epcis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.epcis.check.PostedEpcis;
import org.shilian.capture.epcis.job.EventList;
import org.shilian.epcis.Namespaces;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

class PostedDocumentTest {
  private static final String HEAD =
      "{\"@context\":\"https://ref.gs1.org/standards/epcis/epcis-context.jsonld\","
          + "\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\","
          + "\"creationDate\":\"2026-11-01T08:00:00Z\",\"epcisBody\":{\"eventList\":[";
  private static final String TAIL = "]}}";
  private static final String GOOD =
      "{\"type\":\"ObjectEvent\",\"eventTime\":\"2026-11-01T08:00:00+08:00\","
          + "\"eventTimeZoneOffset\":\"+08:00\",\"action\":\"OBSERVE\","
          + "\"epcList\":[\"https://id.gs1.org/00/095211220000000018\"]}";

  private final List<Integer> chunks = new ArrayList<>();

  private PostedDocument read(String document, int maxEvents) throws IOException {
    return PostedDocument.read(
        new ByteArrayInputStream(document.getBytes(UTF_8)),
        Namespaces.DEFAULT,
        maxEvents,
        chunk -> {
          chunks.add(chunk.size());
          return chunk.stream().map(PostedDocumentTest::checked).toList();
        });
  }

  private static CheckedEvent checked(PostedEpcis posted) {
    List<Violation> violations =
        posted instanceof PostedEpcis.NoEvent none
            ? none.violations()
            : List.of(new Violation("/type", null, "is none of this test's"));
    return new CheckedEvent.Refused(
        posted.index(), null, Problem.of(ProblemType.INVALID_INPUT, "why not", violations));
  }

  @Test
  void handsOnAChunkAtATimeInOrder() throws IOException {
    PostedDocument document = read(HEAD + (GOOD + ",").repeat(1200) + GOOD + TAIL, 2000);

    assertThat(chunks).containsExactly(500, 500, 201);
    assertThat(document.events()).hasSize(1201);
    for (int i = 0; i < document.events().size(); i++) {
      assertThat(document.events().get(i).index()).isEqualTo(i);
    }
    assertThat(document.list()).isEqualTo(EventList.DOCUMENT);
  }

  @Test
  void goesOnBehindAnEventThatIsNone() throws IOException {
    PostedDocument document =
        read(HEAD + "3,{\"type\":\"Nothing\"}," + GOOD.replace("OBSERVE", "MOVE") + TAIL, 10);

    assertThat(document.refused())
        .extracting(event -> event.problem().violations().get(0).field())
        .containsExactly("", "/type", "/action");
  }

  @Test
  void countsToTheLimitAndNoFurther() throws IOException {
    assertThat(read(HEAD + GOOD + "," + GOOD + TAIL, 2).events()).hasSize(2);

    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> read(HEAD + GOOD + "," + GOOD + "," + GOOD, 2));

    assertThat(refusal.problem().status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":               | ''
          7                      | ''
          {"epcisBody":[]}       | /epcisBody
          {"epcisBody":{"eventList":{}}} | /epcisBody/eventList
          """)
  void saysWhereADocumentIsNone(String text, String field) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text, 10));

    assertThat(refusal.problem().status()).isEqualTo(422);
    assertThat(refusal.violations().get(0).field()).isEqualTo(field);
  }

  @Test
  void needsAnEvent() {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> read(HEAD + TAIL, 10));

    assertThat(refusal.violations())
        .containsExactly(
            new Violation("/epcisBody/eventList", "[]", "must have at least one event"));
  }
}
