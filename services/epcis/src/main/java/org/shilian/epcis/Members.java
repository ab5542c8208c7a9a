package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, each asked for in the shape it must have. What has another shape
 * is noted as a violation, and something that stands in for it is returned, so that the rest can be
 * looked at too; what is made of it must not be used then.
 */
final class Members {
  /** Stands in for a string that must be a URI. */
  static final String URI = "urn:x:y";

  private final ObjectNode json;
  private final Violations found;
  private final @Nullable Members parent;
  private final String name;
  private final int index;

  Members(ObjectNode json, Violations found) {
    this(json, found, null, "", -1);
  }

  private Members(
      ObjectNode json, Violations found, @Nullable Members parent, String name, int index) {
    this.json = json;
    this.found = found;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  ObjectNode json() {
    return json;
  }

  boolean has(String member) {
    return json.has(member);
  }

  /** The object's own place; empty for the event. */
  private String path() {
    if (parent == null) {
      return "";
    }
    String path = parent.path(name);
    return index < 0 ? path : path + "/" + index;
  }

  private String path(String member) {
    return Extensions.path(path(), member);
  }

  /** What the maker makes, or null where it refuses, which is noted. */
  <T> @Nullable T attempt(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (EpcisException e) {
      found.addAll(path(), e);
      return null;
    }
  }

  /** A string, or null where the member is absent. */
  @Nullable String text(String member) {
    JsonNode value = json.get(member);
    if (value == null || value.isTextual()) {
      return value == null ? null : value.textValue();
    }
    found.mustBe(path(member), value, "a string");
    return null;
  }

  /** A string that must be there. */
  String required(String member, String standIn) {
    String value = text(member);
    if (value == null && !json.has(member)) {
      found.add(path(member), null, "is required");
    }
    return value == null ? standIn : value;
  }

  /** A number as it is spelled, or null where the member is absent. */
  @Nullable JsonNode number(String member) {
    JsonNode value = json.get(member);
    if (value == null || value.isNumber()) {
      return value;
    }
    found.mustBe(path(member), value, "a number");
    return null;
  }

  /** An object, or null where the member is absent. */
  @Nullable Members object(String member) {
    JsonNode value = json.get(member);
    if (value == null) {
      return null;
    }
    if (value instanceof ObjectNode object) {
      return new Members(object, found, this, member, -1);
    }
    found.mustBe(path(member), value, "an object");
    return null;
  }

  /** A list of strings, empty where the member is absent. */
  List<String> texts(String member, String standIn) {
    JsonNode list = json.get(member);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      found.mustBe(path(member), list, "a list");
      return List.of(standIn);
    }
    List<String> texts = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      if (item.isTextual()) {
        texts.add(item.textValue());
      } else {
        found.mustBe(path(member) + "/" + i, item, "a string");
        texts.add(standIn);
      }
    }
    return texts;
  }

  /** A list of objects, each read by itself; empty where the member is absent. */
  <T> List<T> each(String member, Function<Members, T> reader, T standIn) {
    JsonNode list = json.get(member);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray()) {
      found.mustBe(path(member), list, "a list");
      return List.of(standIn);
    }
    List<T> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      T item = null;
      if (list.get(i) instanceof ObjectNode object) {
        Members members = new Members(object, found, this, member, i);
        item = members.attempt(() -> reader.apply(members));
      } else {
        found.mustBe(path(member) + "/" + i, list.get(i), "an object");
      }
      items.add(item == null ? standIn : item);
    }
    return items;
  }

  /** Refuses any other member: an object of the standard without extension point. */
  void only(Set<String> names) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!names.contains(member.getKey())) {
        found.add(
            path(member.getKey()),
            null,
            "is not allowed here: the standard has no extension point");
      }
    }
  }
}
