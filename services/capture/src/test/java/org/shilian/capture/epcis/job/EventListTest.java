package org.shilian.capture.epcis.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.problem.Violation;

class EventListTest {
  @ParameterizedTest
  @CsvSource({
    "DOCUMENT,       eventList/3/action, /epcisBody/eventList/3/action",
    "DOCUMENT,       eventList,          /epcisBody/eventList",
    "DOCUMENT,       schemaVersion,      /schemaVersion",
    "DOCUMENT,       epcisBody/x,        /epcisBody/x",
    "DOCUMENT,       document,           ''",
    "QUERY_DOCUMENT, eventList/3, /epcisBody/queryResults/resultsBody/eventList/3",
  })
  void pointsAtWhatAReaderMeans(EventList list, String path, String pointer) {
    assertThat(list.pointer(path)).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "DOCUMENT,       /eventID, /epcisBody/eventList/7/eventID",
    "DOCUMENT,       eventID,  /epcisBody/eventList/7/eventID",
    "DOCUMENT,       '',       /epcisBody/eventList/7",
    "QUERY_DOCUMENT, /ilmd,    /epcisBody/queryResults/resultsBody/eventList/7/ilmd",
  })
  void placesWhatIsWrongWithAnEventInTheDocument(EventList list, String field, String placed) {
    Violation violation = list.place(7, new Violation(field, "value", "rule"));

    assertThat(violation).isEqualTo(new Violation(placed, "value", "rule"));
  }
}
