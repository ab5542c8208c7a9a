package org.shilian.registry.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.JsonProblems;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/** A JSON body that is one object, or an array of them. */
public final class JsonDocument {
  private final JsonNode body;
  private final ObjectMapper mapper;

  /**
   * @param maxObjects how many objects an array may have
   * @throws ProblemException INVALID_INPUT when it is neither an object nor such an array
   */
  public JsonDocument(@Nullable JsonNode body, ObjectMapper mapper, int maxObjects) {
    if (body == null || !(body.isObject() || body.isArray())) {
      throw refused("must be an object or an array of objects");
    }
    if (body.isArray() && (body.isEmpty() || body.size() > maxObjects)) {
      throw refused("must have 1 to " + maxObjects + " objects, has " + body.size());
    }
    this.body = body;
    this.mapper = mapper;
  }

  private static ProblemException refused(String rule) {
    return ProblemException.invalid(List.of(new Violation("", null, rule)));
  }

  /** Whether the client sent one object, and so expects one back. */
  public boolean single() {
    return body.isObject();
  }

  /** Reads every object as a form, and hands each that fits to the next step with its place. */
  public <F, T> List<Draft<T>> drafts(Class<F> form, BiFunction<F, Place, Draft<T>> check) {
    if (body.isObject()) {
      return List.of(draft(body, new Place.InJson(""), form, check));
    }
    List<Draft<T>> drafts = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      drafts.add(draft(body.get(i), new Place.InJson("/" + i), form, check));
    }
    return drafts;
  }

  private <F, T> Draft<T> draft(
      JsonNode node, Place.InJson place, Class<F> type, BiFunction<F, Place, Draft<T>> check) {
    Violation violation;
    try {
      @Nullable F form = mapper.treeToValue(node, type);
      if (form != null) {
        return check.apply(form, place);
      }
      violation = new Violation("", null, "must be an object");
    } catch (DatabindException e) {
      violation = JsonProblems.violation(e);
    } catch (JsonProcessingException e) {
      violation = new Violation("", null, "cannot be read");
    }
    return Draft.refused(
        place,
        null,
        new Refusal(ProblemType.INVALID_INPUT, List.of(violation.within(place.pointer()))));
  }
}
