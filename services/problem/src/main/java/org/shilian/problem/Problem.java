package org.shilian.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it goes over the wire (RFC 9457, section 3), also inside other answers, such as the
 * verdict of one event among many.
 *
 * @param type URI of the kind of problem; one of {@link ProblemType}, or {@code about:blank} when
 *     the HTTP status says all there is to say
 * @param title the kind of problem in one sentence
 * @param status the HTTP status, the same as the response's when the problem is the response
 * @param detail what went wrong this time
 * @param instance URI of this occurrence: the path asked for, or {@code urn:shilian:incident:…}
 *     where the log has more
 * @param violations the broken rules; empty when the problem is not about the input
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "violations"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    List<Violation> violations) {

  /** The media type of a problem response. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final ObjectWriter WRITER = JsonMapper.builder().build().writerFor(Problem.class);

  public Problem {
    violations = List.copyOf(violations);
  }

  /** A problem of the catalogue without an occurrence of its own. */
  public static Problem of(ProblemType type, String detail, List<Violation> violations) {
    return new Problem(type.uri(), type.title(), type.status(), detail, null, violations);
  }

  Problem at(String instance) {
    return new Problem(type, title, status, detail, instance, violations);
  }

  byte[] toJson() {
    try {
      return WRITER.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
