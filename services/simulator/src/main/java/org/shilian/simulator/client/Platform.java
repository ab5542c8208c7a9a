package org.shilian.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Role;

/**
 * The platform's REST API. For several threads. Every call tries again while the server is away and
 * throws {@link PlatformException} when it stays away or refuses.
 */
public final class Platform {
  private static final int BULK = 200;
  private static final int LINES_FROM = 50;
  private static final String LICENCE_END = "2035-12-31";

  private final Wire wire;

  public Platform(URI url, Patience patience) {
    this.wire = new Wire(url, patience);
  }

  /** Registering the same operators again changes nothing. */
  public void registerOperators(String adminKey, List<Operator> operators) {
    List<ObjectNode> forms = new ArrayList<>();
    for (Operator operator : operators) {
      ObjectNode form = JsonNodeFactory.instance.objectNode();
      form.put("uscc", operator.uscc());
      form.put("name", operator.name());
      form.put("role", operator.trade().role().text());
      form.put("region", operator.town().code());
      form.put("terminal", operator.trade().terminal());
      if (operator.trade().role() != Role.REGULATOR) {
        form.putArray("licences")
            .addObject()
            .put("kind", operator.licenceKind())
            .put("number", operator.licenceNumber())
            .put("validTo", LICENCE_END);
      }
      form.put("gln", operator.gln());
      form.put("address", "浙江省丽水市缙云县" + operator.town().name());
      forms.add(form);
    }
    postAll("/api/v1/operators", adminKey, forms);
  }

  /** Registering the same products again changes nothing. */
  public void registerProducts(String adminKey, List<Product> products) {
    List<ObjectNode> forms = new ArrayList<>();
    for (Product product : products) {
      Product.Kind kind = product.kind();
      ObjectNode form = JsonNodeFactory.instance.objectNode();
      form.put("gtin", product.gtin());
      form.put("operator", product.maker().uscc());
      form.put("name", kind.name());
      form.put("specification", kind.specification());
      form.put("unit", kind.unit());
      form.put("shelfLifeDays", kind.shelfLifeDays());
      form.putObject("category")
          .put("edition", kind.category().edition())
          .put("code", kind.category().code());
      forms.add(form);
    }
    postAll("/api/v1/products", adminKey, forms);
  }

  private void postAll(String path, String key, List<ObjectNode> forms) {
    for (int from = 0; from < forms.size(); from += BULK) {
      ArrayNode part = JsonNodeFactory.instance.arrayNode();
      part.addAll(forms.subList(from, Math.min(forms.size(), from + BULK)));
      Answer unused = must("POST " + path, wire.post(path, key, part));
    }
  }

  /**
   * Makes an API key.
   *
   * @param role enterprise, regulator or admin
   * @param uscc whose key it is; null for one that writes nothing
   * @return the key itself
   */
  public String createKey(String adminKey, String role, @Nullable String uscc, String label) {
    ObjectNode form = JsonNodeFactory.instance.objectNode().put("role", role).put("label", label);
    if (uscc != null) {
      form.put("operator", uscc);
    }
    JsonNode key = must("POST /api/v1/keys", wire.post("/api/v1/keys", adminKey, form)).body();
    if (!key.path("key").isTextual()) {
      throw new PlatformException("POST /api/v1/keys: the answer has no key");
    }
    return key.path("key").asText();
  }

  /** Whether a PRODUCE or a voided one of this batch is on the server. */
  public boolean knowsBatch(String gtin, String lot) {
    int status = wire.get("/api/v1/codes/batch/" + gtin + "/" + lot, null).status();
    return status == 200 || status == 410;
  }

  /** Whatever the answer: what it means is the caller's to read. */
  Answer postEvents(String key, List<ObjectNode> events) {
    String path = "/api/v1/events";
    if (events.size() >= LINES_FROM) {
      return wire.postLines(path, key, events);
    }
    if (events.size() == 1) {
      return wire.post(path, key, events.get(0));
    }
    return wire.post(path, key, JsonNodeFactory.instance.arrayNode().addAll(events));
  }

  Answer capture(String key, String id) {
    String path = "/api/v1/captures/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    return must("GET " + path, wire.get(path, key));
  }

  static Answer must(String what, Answer answer) {
    if (!answer.ok()) {
      throw new PlatformException(what + ": " + answer.words());
    }
    return answer;
  }
}
