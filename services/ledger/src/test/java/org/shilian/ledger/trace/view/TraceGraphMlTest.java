package org.shilian.ledger.trace.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TraceGraphMlTest {
  private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";

  private final Document document = parse(TraceGraphMl.of(Sample.page()));

  @Test
  void isADirectedGraphWhoseEdgesJoinItsNodes() {
    assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(GRAPHML);
    assertThat(elements("graph").get(0).getAttribute("edgedefault")).isEqualTo("directed");
    Set<String> ids = new HashSet<>();
    elements("node").forEach(node -> ids.add(node.getAttribute("id")));
    assertThat(elements("node")).as("one more for the holding of another page").hasSize(3);
    assertThat(ids).hasSize(3).allMatch(id -> id.matches("[A-Za-z0-9._:-]+"));
    for (Element edge : elements("edge")) {
      assertThat(ids).contains(edge.getAttribute("source"), edge.getAttribute("target"));
    }
    assertThat(elements("edge")).hasSize(2);
  }

  @Test
  void declaresEveryDatumAndKeepsToItsType() {
    Map<String, String> types = new HashMap<>();
    for (Element key : elements("key")) {
      assertThat(types.put(key.getAttribute("id"), key.getAttribute("attr.type")))
          .as("declared once")
          .isNull();
      assertThat(key.getAttribute("for")).isIn("node", "edge");
    }
    for (Element datum : elements("data")) {
      String text = datum.getTextContent();
      String type = types.get(datum.getAttribute("key"));
      assertThat(type).as(datum.getAttribute("key")).isIn("string", "int", "double", "boolean");
      switch (String.valueOf(type)) {
        case "int" -> assertThat(Integer.valueOf(text)).isNotNegative();
        case "double" -> assertThat(Double.valueOf(text)).isNotNaN();
        case "boolean" -> assertThat(text).isIn("true", "false");
        default -> assertThat(text).isNotNull();
      }
    }
  }

  @Test
  void keepsWhatIsSaid() {
    Element market = node(Sample.MARKET.text());

    assertThat(data(market, "name")).isEqualTo("=夜市, \"一\"");
    assertThat(data(market, "ends")).isEqualTo("off-chain");
    assertThat(data(market, "endText")).isEqualTo("says \"that\uFFFD\"");
    assertThat(data(node(Sample.MAKER.text()), "made")).isEqualTo("12.5");
    assertThat(data(elements("edge").get(1), "gap")).isEqualTo("no-receipt");
    assertThat(data(elements("edge").get(1), "shippedQuantity")).isEqualTo("25");
    assertThat(data(elements("edge").get(1), "eventIDs")).isEqualTo("urn:e:2 urn:e:3");
  }

  @Test
  void namesHoldingsSoThatNoTwoAreAlike() {
    assertThat(TraceGraphMl.name("1/a.b/c"))
        .isNotEqualTo(TraceGraphMl.name("1/a/b.c"))
        .isNotEqualTo(TraceGraphMl.name("1/a_2Eb/c"));
  }

  private Element node(String holding) {
    return elements("node").stream()
        .filter(node -> holding.equals(data(node, "holding")))
        .findFirst()
        .orElseThrow();
  }

  private static String data(Element of, String key) {
    NodeList data = of.getElementsByTagNameNS(GRAPHML, "data");
    for (int i = 0; i < data.getLength(); i++) {
      if (data.item(i) instanceof Element datum && datum.getAttribute("key").equals(key)) {
        return datum.getTextContent();
      }
    }
    return "";
  }

  private List<Element> elements(String name) {
    NodeList found = document.getElementsByTagNameNS(GRAPHML, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Document parse(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
