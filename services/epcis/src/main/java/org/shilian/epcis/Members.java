package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object, each asked for in the shape it must have. */
record Members(ObjectNode json) {
  /** A string, or null where the member is absent. */
  @Nullable String text(String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw mustBe(name, value, "a string");
    }
    return value.textValue();
  }

  /** A string that must be there. */
  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw new EpcisException(name, null, "is required");
    }
    return value;
  }

  /** An object, or null where the member is absent. */
  @Nullable ObjectNode object(String name) {
    JsonNode value = json.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw mustBe(name, value, "an object");
  }

  /** A list of strings, empty where the member is absent. */
  List<String> texts(String name) {
    return items(
        name,
        (path, item) -> {
          if (!item.isTextual()) {
            throw mustBe(path, item, "a string");
          }
          return item.textValue();
        });
  }

  /** A list of objects, each read by itself; empty where the member is absent. */
  <T> List<T> each(String name, Function<Members, T> reader) {
    return items(
        name,
        (path, item) -> {
          if (!(item instanceof ObjectNode object)) {
            throw mustBe(path, item, "an object");
          }
          try {
            return reader.apply(new Members(object));
          } catch (EpcisException e) {
            throw e.below(path);
          }
        });
  }

  private <T> List<T> items(String name, BiFunction<String, JsonNode, T> reader) {
    JsonNode value = json.get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw mustBe(name, value, "a list");
    }
    List<T> items = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(reader.apply(name + "[" + i + "]", value.get(i)));
    }
    return items;
  }

  /** Refuses any other member: an object of the standard without extension point. */
  void only(Set<String> names) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!names.contains(member.getKey())) {
        throw new EpcisException(
            member.getKey(), null, "is not allowed here: the standard has no extension point");
      }
    }
  }

  static EpcisException mustBe(String field, JsonNode value, String shape) {
    return new EpcisException(field, Checks.shown(value.toString()), "must be " + shape);
  }
}
