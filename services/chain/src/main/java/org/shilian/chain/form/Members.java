package org.shilian.chain.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.TradeException;
import org.shilian.epcis.Namespaces;

/**
 * Members of other namespaces in an EPCIS event. Asked for by the name they have with the default
 * prefixes, and found under any prefix that stands for the same.
 *
 * @param path where they are in the event; empty, or ending with a slash
 */
record Members(ObjectNode json, Namespaces namespaces, String path) {

  boolean has(String name) {
    return find(name) != null;
  }

  /** The member's text; null if it is not there. */
  @Nullable String text(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    JsonNode literal = value.has("@value") ? value.get("@value") : value;
    if (!literal.isTextual()) {
      throw refusal(name, literal, "must be text");
    }
    return literal.textValue();
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw new TradeException(path + name, "", "is required");
    }
    return text;
  }

  boolean flag(String name) {
    JsonNode value = find(name);
    if (value != null && !value.isBoolean()) {
      throw refusal(name, value, "must be true or false");
    }
    return value != null && value.booleanValue();
  }

  @Nullable BigDecimal decimal(String name) {
    JsonNode value = find(name);
    if (value != null && !value.isNumber()) {
      throw refusal(name, value, "must be a number");
    }
    return value == null ? null : value.decimalValue();
  }

  BigDecimal requiredDecimal(String name) {
    BigDecimal value = decimal(name);
    if (value == null) {
      throw new TradeException(path + name, "", "is required");
    }
    return value;
  }

  OffsetDateTime requiredTime(String name) {
    String text = requiredText(name);
    try {
      return TimeText.read(text);
    } catch (DateTimeException e) {
      throw new TradeException(path + name, text, "must be a date and time with offset");
    }
  }

  LocalDate requiredDate(String name) {
    LocalDate date = date(List.of(name));
    if (date == null) {
      throw new TradeException(path + name, "", "is required");
    }
    return date;
  }

  /** The first of these members that is there, as a date; the day of one that is a time. */
  @Nullable LocalDate date(List<String> names) {
    for (String name : names) {
      String text = text(name);
      if (text != null) {
        int time = text.indexOf('T');
        try {
          return LocalDate.parse(time < 0 ? text : text.substring(0, time));
        } catch (DateTimeException e) {
          throw new TradeException(path + name, text, "must be a real date");
        }
      }
    }
    return null;
  }

  /** The texts of a list; a single text is a list of one. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!item.isTextual()) {
        throw refusal(name, item, "must be text");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /** The objects of a list; a single object is a list of one. */
  List<Members> objects(String name) {
    List<Members> objects = new ArrayList<>();
    for (JsonNode item : list(name)) {
      if (!(item instanceof ObjectNode object)) {
        throw refusal(name, item, "must be an object");
      }
      objects.add(new Members(object, namespaces, path + name + "/" + objects.size() + "/"));
    }
    return objects;
  }

  /** The values of a list; a single value is a list of one. */
  List<JsonNode> list(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else {
      items.add(value);
    }
    return items;
  }

  private TradeException refusal(String name, JsonNode value, String rule) {
    return new TradeException(path + name, value.toString(), rule);
  }

  private @Nullable JsonNode find(String name) {
    JsonNode direct = json.get(name);
    if (direct != null || json.isEmpty()) {
      return nullIsNone(direct);
    }
    int colon = name.indexOf(':');
    String iri = colon < 0 ? null : Namespaces.DEFAULT.iri(name.substring(0, colon));
    if (iri == null) {
      return null;
    }
    String local = name.substring(colon + 1);
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (isCalled(member.getKey(), iri, local)) {
        return nullIsNone(member.getValue());
      }
    }
    return null;
  }

  private boolean isCalled(String member, String iri, String local) {
    if (!member.endsWith(local) || member.length() == local.length()) {
      return false;
    }
    String before = member.substring(0, member.length() - local.length());
    if (withoutEnd(before).equals(withoutEnd(iri))) {
      return true;
    }
    if (!before.endsWith(":")) {
      return false;
    }
    String declared = namespaces.iri(withoutEnd(before));
    return declared != null && withoutEnd(declared).equals(withoutEnd(iri));
  }

  /** Namespaces are written with and without the mark that parts them from the local name. */
  private static String withoutEnd(String iri) {
    char last = iri.charAt(iri.length() - 1);
    return last == ':' || last == '/' || last == '#' ? iri.substring(0, iri.length() - 1) : iri;
  }

  private static @Nullable JsonNode nullIsNone(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value;
  }
}
