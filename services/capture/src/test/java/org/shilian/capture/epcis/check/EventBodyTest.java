package org.shilian.capture.epcis.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shilian.epcis.EpcisDocumentReader;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;

class EventBodyTest {
  private static final String CONTEXT =
      "\"@context\":\"https://ref.gs1.org/standards/epcis/epcis-context.jsonld\"";
  private static final String EVENT =
      "\"type\":\"ObjectEvent\",\"eventTime\":\"2026-11-01T08:00:00+08:00\","
          + "\"eventTimeZoneOffset\":\"+08:00\",\"action\":\"OBSERVE\","
          + "\"bizStep\":\"urn:epcglobal:cbv:bizstep:shipping\",\"epcList\":[],"
          + "\"quantityList\":[{\"epcClass\":\"https://id.gs1.org/01/09521122000019/10/A\","
          + "\"quantity\":1.50,\"uom\":\"KGM\"}]";

  private static String body(String bare) {
    ObjectNode json = (ObjectNode) EpcisJson.tree(bare.getBytes(UTF_8));
    return new String(EventBody.of(json, EpcisJson.read(json), "urn:x:new"), UTF_8);
  }

  @Test
  void isTheEventAsItCame() {
    String bare = "{" + CONTEXT + ",\"eventID\":\"urn:x:1\"," + EVENT + "}";

    assertThat(body(bare)).isEqualTo(bare);
  }

  @Test
  void getsAnEventIdWhereItHasNone() {
    assertThat(body("{" + CONTEXT + "," + EVENT + "}"))
        .isEqualTo("{" + CONTEXT + ",\"eventID\":\"urn:x:new\"," + EVENT + "}");
  }

  @Test
  void takesAlongWhatItsDocumentDeclares() throws IOException {
    String document =
        "{\"@context\":[\"https://ref.gs1.org/standards/epcis/epcis-context.jsonld\","
            + "{\"erp\":\"https://erp.example.com/terms/\"}],\"type\":\"EPCISDocument\","
            + "\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-11-01T08:00:00Z\","
            + "\"epcisBody\":{\"eventList\":[{"
            + EVENT
            + ",\"erp:note\":{\"n\":1e3}}]}}";
    EpcisEvent event;
    byte[] body;
    try (EpcisDocumentReader reader =
        EpcisDocumentReader.of(new ByteArrayInputStream(document.getBytes(UTF_8)))) {
      event = reader.next();
      assertThat(event).isNotNull();
      body = EventBody.of((ObjectNode) reader.json(), event, "urn:x:1");
    }

    assertThat(new String(body, UTF_8))
        .contains("{\"erp\":\"https://erp.example.com/terms/\"}")
        .endsWith(EVENT + ",\"erp:note\":{\"n\":1e3}}");
    assertThat(EventHash.of(EpcisJson.read(body))).isEqualTo(EventHash.of(event));
  }
}
