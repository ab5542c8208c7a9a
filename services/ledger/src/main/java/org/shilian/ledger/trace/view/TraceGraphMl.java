package org.shilian.ledger.trace.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of a trace as GraphML 1.0: a directed graph whose data are typed. A holding has the same
 * id on every page, so pages can be put together; one that a link comes from and that is on another
 * page is there with its id alone.
 */
public final class TraceGraphMl {
  /** The media type that graph tools have agreed on. */
  public static final String MEDIA_TYPE = "application/graphml+xml";

  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String SCHEMA = "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** What XML 1.0, section 2.2, has no place for. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private static final List<Field<NodeView>> NODE_FIELDS =
      List.of(
          text("holding", NodeView::id),
          new Field<>("depth", "int", NodeView::depth),
          new Field<>("start", "boolean", node -> node.start() != null),
          text("gtin", NodeView::gtin),
          text("lot", NodeView::lot),
          text("operator", NodeView::operator),
          new Field<>("offChain", "boolean", node -> node.offChain() != null),
          text("name", NodeView::name),
          text("role", NodeView::role),
          text("region", NodeView::region),
          new Field<>("terminal", "boolean", NodeView::terminal),
          text("productName", NodeView::productName),
          text("unit", NodeView::unit),
          number("made", NodeView::made),
          number("received", NodeView::received),
          number("shipped", NodeView::shipped),
          number("sold", NodeView::sold),
          number("used", NodeView::used),
          number("disposed", NodeView::disposed),
          number("stock", NodeView::stock),
          text("state", NodeView::state),
          text("maker", NodeView::maker),
          text("productionDate", NodeView::productionDate),
          text("expirationDate", NodeView::expirationDate),
          new Field<>("chained", "boolean", NodeView::chained),
          text("maturesOn", NodeView::maturesOn));

  private static final List<Field<LinkView>> LINK_FIELDS =
      List.of(
          text("kind", LinkView::kind),
          text("orderCode", LinkView::orderCode),
          number("shippedQuantity", LinkView::shipped),
          number("receivedQuantity", LinkView::received),
          number("usedQuantity", LinkView::used),
          text("quantityUnit", LinkView::unit),
          text("shippedAt", LinkView::shippedAt),
          text("receivedAt", LinkView::receivedAt),
          text("madeAt", LinkView::madeAt),
          new Field<>("matched", "boolean", LinkView::matched),
          text("gap", LinkView::gap),
          text("eventIDs", link -> String.join(" ", link.eventIds())));

  private static final Field<List<EndView>> ENDS =
      text("ends", ends -> join(ends, EndView::reason, " "));
  private static final Field<List<EndView>> END_TEXT =
      text("endText", ends -> join(ends, EndView::text, "\n"));

  private final XMLStreamWriter xml;

  private TraceGraphMl(XMLStreamWriter xml) {
    this.xml = xml;
  }

  private record Field<T>(String name, String type, Function<T, @Nullable Object> value) {}

  private static <T> Field<T> text(String name, Function<T, @Nullable Object> value) {
    return new Field<>(name, "string", value);
  }

  private static <T> Field<T> number(String name, Function<T, @Nullable Object> value) {
    return new Field<>(name, "double", value);
  }

  /** The document, in UTF-8. */
  public static byte[] of(TraceView trace) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      new TraceGraphMl(xml).document(trace);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a page of a trace is always XML", e);
    }
    return out.toByteArray();
  }

  private void document(TraceView trace) throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeNamespace("xsi", SCHEMA_INSTANCE);
    xml.writeAttribute("xsi", SCHEMA_INSTANCE, "schemaLocation", NAMESPACE + " " + SCHEMA);
    keys("node", NODE_FIELDS);
    keys("node", List.of(ENDS, END_TEXT));
    keys("edge", LINK_FIELDS);
    xml.writeStartElement("graph");
    xml.writeAttribute("id", "trace");
    xml.writeAttribute("edgedefault", "directed");
    nodes(trace);
    for (LinkView link : trace.links()) {
      xml.writeStartElement("edge");
      xml.writeAttribute("source", name(link.from()));
      xml.writeAttribute("target", name(link.to()));
      data(LINK_FIELDS, link);
      xml.writeEndElement();
    }
    xml.writeEndDocument();
  }

  private void nodes(TraceView trace) throws XMLStreamException {
    Map<String, List<EndView>> ends =
        trace.ends().stream().collect(Collectors.groupingBy(EndView::node));
    Set<String> known = new HashSet<>();
    for (NodeView node : trace.nodes()) {
      known.add(node.id());
      xml.writeStartElement("node");
      xml.writeAttribute("id", name(node.id()));
      data(NODE_FIELDS, node);
      List<EndView> here = ends.get(node.id());
      if (here != null) {
        data(List.of(ENDS, END_TEXT), here);
      }
      xml.writeEndElement();
    }
    for (LinkView link : trace.links()) {
      if (known.add(link.from())) {
        xml.writeStartElement("node");
        xml.writeAttribute("id", name(link.from()));
        data(NODE_FIELDS.get(0).name(), link.from());
        xml.writeEndElement();
      }
    }
  }

  private <T> void keys(String of, List<Field<T>> fields) throws XMLStreamException {
    for (Field<T> field : fields) {
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", field.name());
      xml.writeAttribute("for", of);
      xml.writeAttribute("attr.name", field.name());
      xml.writeAttribute("attr.type", field.type());
    }
  }

  private <T> void data(List<Field<T>> fields, T of) throws XMLStreamException {
    for (Field<T> field : fields) {
      Object value = field.value().apply(of);
      if (value != null) {
        data(
            field.name(),
            value instanceof BigDecimal number ? number.toPlainString() : value.toString());
      }
    }
  }

  private void data(String key, String value) throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(NOT_XML.matcher(value).replaceAll("\uFFFD"));
    xml.writeEndElement();
  }

  /** A holding's id as an XML name token: what may not be in one becomes its octets in hex. */
  static String name(String holding) {
    StringBuilder name = new StringBuilder();
    for (byte octet : holding.getBytes(UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
      if (plain) {
        name.append(c);
      } else if (c == '/') {
        name.append('.');
      } else {
        name.append('_').append(HEX.toHexDigits((byte) c));
      }
    }
    return name.toString();
  }

  private static String join(List<EndView> ends, Function<EndView, String> text, String separator) {
    return ends.stream().map(text).collect(Collectors.joining(separator));
  }
}
