package org.shilian.capture.epcis.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.KeyUri;
import org.shilian.gs1.Gs1Exception;
import org.shilian.problem.Violation;

/**
 * Where an EPCIS event says what a field of its trade form says, so that a broken rule can be shown
 * in the words of whoever wrote the EPCIS event.
 *
 * @param event the EPCIS event as it came
 * @param trade its trade form in JSON
 */
record Places(ObjectNode event, JsonNode trade) {
  private static final List<String> CLASSES =
      List.of("quantityList", "inputQuantityList", "outputQuantityList", "childQuantityList");
  private static final List<String> INSTANCES =
      List.of("epcList", "inputEPCList", "outputEPCList", "childEPCs");
  private static final Map<String, String> MEMBER =
      Map.ofEntries(
          Map.entry("eventID", "/eventID"),
          Map.entry("eventTime", "/eventTime"),
          Map.entry("operator", "/shilian:operator"),
          Map.entry("readPoint", "/readPoint/id"),
          Map.entry("type", "/bizStep"),
          Map.entry("buyer", "/destinationList"),
          Map.entry("supplier", "/sourceList"),
          Map.entry("orderCode", "/bizTransactionList"),
          Map.entry("productionDate", "/ilmd"),
          Map.entry("expirationDate", "/ilmd"));

  /** A broken rule with its place in the EPCIS event. */
  Violation in(Violation broken) {
    String field = broken.field().startsWith("/") ? broken.field().substring(1) : broken.field();
    String place = place(field);
    String shown = broken.value();
    if (place == null && shown != null) {
      place =
          search(
              event,
              "",
              (name, value) ->
                  name.equals(field) && (shown + " ").startsWith(value.asText() + " "));
    }
    return place == null
        ? new Violation("", broken.value(), field + " " + broken.rule())
        : new Violation(place, broken.value(), broken.rule());
  }

  /** The place that says this field; null where no single member does. */
  private @Nullable String place(String field) {
    if (!event.at(pointer(field)).isMissingNode()) {
      return "/" + field;
    }
    int end = field.lastIndexOf('/');
    JsonNode line = end < 0 ? trade : trade.at(pointer(field.substring(0, end)));
    String name = field.substring(end + 1);
    String lot = line.has("gtin") && line.has("lot") ? lotPlace(line, name) : null;
    return lot == null ? MEMBER.get(end < 0 ? name : field.substring(0, field.indexOf('/'))) : lot;
  }

  /**
   * The first place whose text holds this, such as the key in a URI; the whole event if none does.
   */
  String holding(String text) {
    String place =
        search(event, "", (name, value) -> value.isTextual() && value.textValue().contains(text));
    return place == null ? "" : place;
  }

  private static @Nullable String search(
      JsonNode in, String at, BiPredicate<String, JsonNode> isIt) {
    if (in.isObject()) {
      for (Map.Entry<String, JsonNode> member : in.properties()) {
        String name = member.getKey();
        String step = at + "/" + name.replace("~", "~0").replace("/", "~1");
        String found = searchAt(member.getValue(), step, name, isIt);
        if (found != null) {
          return found;
        }
      }
    }
    for (int i = 0; i < (in.isArray() ? in.size() : 0); i++) {
      String found = searchAt(in.get(i), at + "/" + i, "", isIt);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String searchAt(
      JsonNode value, String at, String name, BiPredicate<String, JsonNode> isIt) {
    return value.isValueNode() && isIt.test(name, value) ? at : search(value, at, isIt);
  }

  private static JsonPointer pointer(String field) {
    return JsonPointer.compile(field.isEmpty() ? "" : "/" + field);
  }

  private @Nullable String lotPlace(JsonNode line, String name) {
    for (String list : CLASSES) {
      JsonNode elements = event.path(list);
      for (int i = 0; i < elements.size(); i++) {
        if (names(elements.get(i).path("epcClass"), line)) {
          String member = name.equals("quantity") || name.equals("uom") ? name : "epcClass";
          return "/" + list + "/" + i + "/" + member;
        }
      }
    }
    for (String list : INSTANCES) {
      JsonNode instances = event.path(list);
      for (int i = 0; i < instances.size(); i++) {
        if (names(instances.get(i), line)) {
          return "/" + list + "/" + i;
        }
      }
    }
    return null;
  }

  private static boolean names(JsonNode uri, JsonNode line) {
    try {
      var lot = KeyUri.lot(KeyUri.link(uri.asText()));
      return lot != null
          && lot.gtin().value().equals(line.path("gtin").textValue())
          && lot.lot().value().equals(line.path("lot").textValue());
    } catch (Gs1Exception e) {
      return false;
    }
  }
}
