package org.shilian.embedded.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of the answer of {@code /api/v1/traces} as is drawn. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TraceAnswer(String direction, List<Node> nodes, List<Link> links, List<End> ends) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  TraceAnswer {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    ends = List.copyOf(ends);
  }

  /**
   * A lot at an operator.
   *
   * @param operator its USCC, or what else names it
   * @param name what it is called, if that is known
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Node(
      String id,
      boolean start,
      String lot,
      String operator,
      @Nullable String name,
      @Nullable String productName,
      @Nullable BigDecimal made,
      @Nullable String unit,
      @Nullable String productionDate) {

    String operatorName() {
      return name == null ? operator : name;
    }

    String lotName() {
      return productName == null ? lot : productName + " " + lot;
    }
  }

  /** A delivery, or that one lot was made of another. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Link(
      String from,
      String to,
      String kind,
      @Nullable String orderCode,
      @Nullable BigDecimal shipped,
      @Nullable BigDecimal received,
      @Nullable BigDecimal used,
      @Nullable String unit,
      @Nullable String shippedAt,
      @Nullable String receivedAt,
      @Nullable String madeAt) {

    boolean isMaking() {
      return kind.equals("made-into");
    }
  }

  /**
   * Why a branch goes no further.
   *
   * @param from the seller, where it is about a delivery
   * @param text the reason as a sentence
   * @param date the production date, where a lot was made
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record End(
      String node,
      String reason,
      boolean gap,
      String text,
      @Nullable String from,
      @Nullable String orderCode,
      @Nullable String unit,
      @Nullable String making,
      @Nullable String date,
      @Nullable BigDecimal made,
      @Nullable BigDecimal sold,
      @Nullable BigDecimal used) {}

  static TraceAnswer read(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, TraceAnswer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the answer of a trace: " + e.getMessage(), e);
    }
  }
}
