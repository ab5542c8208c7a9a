package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.shilian.chain.trade.LotKey;

/** Asks the server as one who has a key. */
record Door(URI server, String key, String accept, String language) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  Door(URI server, String key) {
    this(server, key, "application/json", "en");
  }

  Door as(String member) {
    return new Door(server, TraceDatabase.key(member), accept, language);
  }

  Door withKey(String other) {
    return new Door(server, other, accept, language);
  }

  Door accepting(String mediaType) {
    return new Door(server, key, mediaType, language);
  }

  Door in(String other) {
    return new Door(server, key, accept, other);
  }

  static String of(LotKey lot) {
    return "gtin=" + lot.gtin() + "&lot=" + encoded(lot.lot().value());
  }

  static String at(LotKey lot, String member) {
    return of(lot) + "&operator=" + Town.uscc(member);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  JsonNode back(String query) {
    return ok("/api/v1/traces/back?" + query);
  }

  JsonNode forward(String query) {
    return ok("/api/v1/traces/forward?" + query);
  }

  JsonNode gaps(LotKey lot, String query) {
    return ok("/api/v1/lots/" + lot.gtin() + "/" + encoded(lot.lot().value()) + "/gaps" + query);
  }

  JsonNode ok(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer);
  }

  static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }

  HttpResponse<String> get(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Accept", accept)
            .header("Accept-Language", language);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All pages of an answer, by their next. */
  List<JsonNode> pages(String path) {
    List<JsonNode> pages = new ArrayList<>();
    String next = "";
    while (pages.size() < 1000) {
      JsonNode page = ok(path + next);
      pages.add(page);
      if (!page.has("next")) {
        return pages;
      }
      next = "&after=" + page.path("next").asText();
    }
    throw new AssertionError("no end of pages: " + path);
  }

  /** Lot and party of each holding, sorted. */
  static TreeSet<String> holdings(JsonNode trace) {
    TreeSet<String> holdings = new TreeSet<>();
    for (JsonNode node : trace.path("nodes")) {
      holdings.add(node.path("lot").asText() + " " + Town.name(node.path("operator").asText()));
    }
    return holdings;
  }

  /** Lot, party and reason of each end, sorted. */
  static TreeSet<String> ends(JsonNode trace) {
    TreeSet<String> ends = new TreeSet<>();
    for (JsonNode end : trace.path(trace.has("gaps") ? "gaps" : "ends")) {
      ends.add(
          end.path("lot").asText()
              + " "
              + Town.name(end.path("operator").asText())
              + " "
              + end.path("reason").asText());
    }
    return ends;
  }
}
