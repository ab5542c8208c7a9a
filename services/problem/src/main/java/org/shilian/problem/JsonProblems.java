package org.shilian.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body in the client's words: places, never classes. */
public final class JsonProblems {
  private JsonProblems() {}

  /**
   * The problem a failed read of JSON means: {@link ProblemType#MALFORMED_JSON} with line and
   * column when the text is no JSON, else {@link ProblemType#INVALID_INPUT} with a JSON Pointer.
   */
  public static ProblemException of(JsonProcessingException e) {
    if (e instanceof DatabindException binding
        && !(e.getCause() instanceof JsonEOFException)
        && !goesOn(e)) {
      return ProblemException.invalid(List.of(violation(binding)));
    }
    return new ProblemException(ProblemType.MALFORMED_JSON, malformed(e));
  }

  /** The violation a value that does not fit its field means; the field is a JSON Pointer. */
  public static Violation violation(DatabindException e) {
    String pointer = e instanceof JsonMappingException mapping ? pointer(mapping.getPath()) : "";
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new Violation(pointer, null, "is not a known field" + known(unknown));
    }
    if (e instanceof InvalidFormatException format) {
      return new Violation(
          pointer, Objects.toString(format.getValue(), null), mustBe(format.getTargetType()));
    }
    if (e instanceof MismatchedInputException mismatch) {
      return new Violation(pointer, null, mustBe(mismatch.getTargetType()));
    }
    return new Violation(pointer, null, "cannot be read");
  }

  private static String known(UnrecognizedPropertyException e) {
    Collection<Object> known = e.getKnownPropertyIds();
    if (known == null || known.isEmpty()) {
      return "";
    }
    return "; known are "
        + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      pointer.append('/');
      if (step.getFieldName() == null) {
        pointer.append(step.getIndex());
      } else {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      }
    }
    return pointer.toString();
  }

  private static String mustBe(@Nullable Class<?> type) {
    if (type == null) {
      return "does not fit this field";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "must be a string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    }
    if (type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class
        || type == BigInteger.class) {
      return "must be a whole number";
    }
    if (type == BigDecimal.class || Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return "must be a number";
    }
    if (type.isEnum()) {
      return "must be one of "
          + List.of(type.getEnumConstants()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "must be an array";
    }
    if (type.isRecord() || Map.class.isAssignableFrom(type)) {
      return "must be an object";
    }
    return "does not fit this field";
  }

  /** Whether there is text after the end, which the binding notices, not the parser. */
  private static boolean goesOn(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Trailing token");
  }

  private static String malformed(JsonProcessingException e) {
    JsonLocation where = e.getLocation();
    String at =
        where == null || where.getLineNr() < 1
            ? ""
            : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    if (e instanceof JsonEOFException || e.getCause() instanceof JsonEOFException) {
      return "the text ends too early" + at;
    }
    if (goesOn(e)) {
      return "the text goes on after the value" + at;
    }
    String message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
    // the parser's own sentence, without the source locations and option names it likes to add
    String said = message.replaceAll("\\s*\\((for|start marker|through|from) [^)]*\\)", "");
    said = said.replaceAll(", from `[^`]*`", "").strip();
    boolean speaksOfItself =
        said.isEmpty() || said.contains("\n") || said.contains("com.") || said.contains("java.");
    return speaksOfItself ? "not JSON" + at : said + at;
  }
}
