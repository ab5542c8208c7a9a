package org.shilian.capture.epcis.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisException;
import org.shilian.problem.Violation;

/** One event of a posted document, as its reader found it. */
public sealed interface PostedEpcis {

  /** Its place in the document, from 0. */
  int index();

  /**
   * An event.
   *
   * @param json it as it came
   */
  record Event(int index, EpcisEvent event, ObjectNode json) implements PostedEpcis {}

  /**
   * None that EPCIS allows.
   *
   * @param json what came instead
   * @param violations what is wrong; the fields are JSON Pointers into it
   */
  record NoEvent(int index, JsonNode json, List<Violation> violations) implements PostedEpcis {

    /** Takes over what the reader said, whose fields begin with this path. */
    public static NoEvent of(int index, JsonNode json, EpcisException refusal, String path) {
      return new NoEvent(
          index,
          json,
          refusal.violations().stream()
              .map(
                  v ->
                      new Violation(
                          json.isObject() ? pointer(v.field(), path) : "", v.value(), v.rule()))
              .toList());
    }

    private static String pointer(String field, String path) {
      if (field.equals(path)) {
        return "";
      }
      return field.startsWith(path + "/") ? field.substring(path.length()) : "/" + field;
    }
  }
}
