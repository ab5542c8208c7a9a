package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events made in code are what is read from their JSON form. */
class BuiltEventsTest {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-01T08:00:00+08:00");
  private static final String LOT = "https://id.gs1.org/01/09521234000013/10/A1";
  private static final String PALLET = "https://id.gs1.org/00/095212340000000013";

  @Test
  void transformationWithMasterDataOfItsOutput() {
    TransformationEvent event =
        new TransformationEvent(
            EventCommon.at(TIME).bizStep("commissioning").build(),
            List.of(),
            List.of(new QuantityElement(LOT, new BigDecimal("5.0"), "KGM")),
            List.of("https://id.gs1.org/01/09521234000020/21/1"),
            List.of(),
            "urn:example:batch:7",
            JsonNodeFactory.instance.objectNode().put("cbvmda:lotNumber", "L1"));

    assertThat(EpcisJson.read(EpcisJson.write(event))).isEqualTo(event);
  }

  @Test
  void aggregationOfInstancesAndClasses() {
    AggregationEvent event =
        new AggregationEvent(
            EventCommon.at(TIME).bizStep("packing").build(),
            Action.ADD,
            PALLET,
            List.of("https://id.gs1.org/01/09521234000020/21/1"),
            List.of(new QuantityElement(LOT, BigDecimal.TEN, null)));

    assertThat(EpcisJson.read(EpcisJson.write(event))).isEqualTo(event);
  }

  @Test
  void observationWithSensorReportsAndCertificates() {
    SensorMetadata metadata =
        SensorMetadata.builder()
            .startTime(TIME.minusHours(1))
            .endTime(TIME)
            .deviceId("https://id.gs1.org/8004/9521234T1")
            .extension("shilian:truck", "7")
            .build();
    SensorReport report =
        SensorReport.of("Temperature")
            .minValue(new BigDecimal("1.50"))
            .maxValue(new BigDecimal("4.10"))
            .uom("CEL")
            .build();
    SensorReport alarm = SensorReport.ofException("ALARM_CONDITION").time(TIME).build();
    ObjectEvent event =
        new ObjectEvent(
            EventCommon.at(TIME)
                .bizStep("transporting")
                .sensorElement(SensorElement.of(metadata, List.of(report, alarm)))
                .certificationInfo("https://example.org/certificate/1")
                .certificationInfo("https://example.org/certificate/2")
                .errorDeclaration(
                    new ErrorDeclaration(TIME, "did_not_occur", List.of("urn:example:event:2")))
                .build(),
            Action.OBSERVE,
            List.of(PALLET),
            List.of(),
            null);

    ObjectEvent read = (ObjectEvent) EpcisJson.read(EpcisJson.write(event));

    assertThat(read).isEqualTo(event);
    SensorElement element = read.common().sensorElements().get(0);
    assertThat(element.metadata()).isEqualTo(metadata);
    assertThat(element.reports()).containsExactly(report, alarm);
    assertThat(element.reports().get(0).maxValue()).isEqualTo("4.10");
    assertThat(element.reports().get(1).time()).isEqualTo(TIME);
  }

  @Test
  void reportNamesWhatItIsAbout() {
    assertThatThrownBy(() -> new SensorReport(JsonNodeFactory.instance.objectNode()))
        .isInstanceOf(EpcisException.class)
        .hasMessage("type: is required, or an exception");
  }
}
