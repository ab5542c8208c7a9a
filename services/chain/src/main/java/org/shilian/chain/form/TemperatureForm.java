package org.shilian.chain.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.SensorElement;
import org.shilian.gs1.Sscc;

/**
 * TEMPERATURE: an ObjectEvent OBSERVE, sensor_reporting; lots in quantityList, boxes in epcList;
 * one sensorElement with a sensorReport for each reading, in °C. The limits are members of our own.
 *
 * <p>Read as one: any ObjectEvent of that step with temperatures in °C, of lots or boxes.
 */
final class TemperatureForm implements Form<Evidence.Temperature> {
  private static final String SENSOR_REPORTING = "sensor_reporting";
  private static final String TEMPERATURE = "Temperature";
  private static final String CELSIUS = "CEL";
  private static final String METADATA = "sensorMetadata";
  private static final String REPORT = "sensorReport";
  private static final String DEVICE_ID = "deviceID";

  @Override
  public Class<Evidence.Temperature> type() {
    return Evidence.Temperature.class;
  }

  @Override
  public Evidence.Temperature read(JsonIn in) {
    Given<List<LotKey>> lots = in.lots("lots");
    Given<List<Sscc>> boxes = in.eachText("boxes", Sscc::new);
    Given<List<Evidence.Reading>> readings = in.each("readings", TemperatureForm::reading);
    return in.event(
        envelope ->
            new Evidence.Temperature(
                envelope,
                lots.get(),
                boxes.get(),
                readings.get(),
                in.optionalDecimal("lowest"),
                in.optionalDecimal("highest"),
                in.text("device")));
  }

  private static Given<Evidence.Reading> reading(JsonIn in) {
    Given<OffsetDateTime> time = in.time("time");
    return in.make(() -> new Evidence.Reading(time.get(), in.decimal("celsius")));
  }

  @Override
  public void write(Evidence.Temperature event, JsonOut out) {
    out.lots("lots", event.lots())
        .texts("boxes", event.boxes().stream().map(Sscc::value).toList())
        .each(
            "readings",
            event.readings(),
            (reading, object) ->
                object.time("time", reading.time()).decimal("celsius", reading.celsius()));
    limits(event, out);
    out.text("device", event.device());
  }

  private static void limits(Evidence.Temperature event, JsonOut out) {
    out.decimal("lowest", event.lowest()).decimal("highest", event.highest());
  }

  @Override
  public EpcisEvent toEpcis(Evidence.Temperature event, EpcisOut out) {
    out.step(SENSOR_REPORTING, null).say(fields -> limits(event, fields));
    out.common().sensorElement(new SensorElement(element(event)));
    return out.object(
        Action.OBSERVE,
        event.boxes().stream().map(KeyUri::of).toList(),
        EpcisOut.named(event.lots()));
  }

  private static ObjectNode element(Evidence.Temperature event) {
    ObjectNode element = JsonNodeFactory.instance.objectNode();
    if (event.device() != null) {
      element.putObject(METADATA).put(DEVICE_ID, Urn.DEVICE.of(event.device()));
    }
    ArrayNode reports = element.putArray(REPORT);
    for (Evidence.Reading reading : event.readings()) {
      ObjectNode report = reports.addObject();
      report.put("type", TEMPERATURE);
      report.put("time", JsonOut.text(reading.time()));
      report.set("value", DecimalNode.valueOf(reading.celsius()));
      report.put("uom", CELSIUS);
    }
    return element;
  }

  @Override
  public Evidence.@Nullable Temperature fromEpcis(EpcisIn in) {
    ObjectEvent object = in.object(SENSOR_REPORTING);
    if (object == null) {
      return null;
    }
    List<LotKey> lots = ObjectList.named(object.quantities());
    List<Sscc> boxes = KeyUri.boxes(object.epcList());
    List<Evidence.Reading> readings = readings(in);
    return readings.isEmpty() || (lots.isEmpty() && boxes.isEmpty())
        ? null
        : new Evidence.Temperature(
            in.envelope(),
            lots,
            boxes,
            readings,
            in.extensions().decimal("shilian:lowest"),
            in.extensions().decimal("shilian:highest"),
            device(in));
  }

  private static List<Evidence.Reading> readings(EpcisIn in) {
    List<Evidence.Reading> readings = new ArrayList<>();
    for (SensorElement element : in.common().sensorElements()) {
      JsonNode timeOfAll = element.json().path(METADATA).path("time");
      for (JsonNode report : element.json().path(REPORT)) {
        if (isTemperature(report)) {
          JsonNode time = report.path("time").isTextual() ? report.path("time") : timeOfAll;
          readings.add(
              new Evidence.Reading(
                  time.isTextual() ? TimeText.read(time.textValue()) : in.common().eventTime(),
                  report.path("value").decimalValue()));
        }
      }
    }
    return readings;
  }

  private static boolean isTemperature(JsonNode report) {
    String type = report.path("type").asText();
    return (type.equals(TEMPERATURE)
            || type.endsWith(":" + TEMPERATURE)
            || type.endsWith("/" + TEMPERATURE))
        && report.path("uom").asText().equals(CELSIUS)
        && report.path("value").isNumber();
  }

  private static @Nullable String device(EpcisIn in) {
    for (SensorElement element : in.common().sensorElements()) {
      String device = element.json().path(METADATA).path(DEVICE_ID).textValue();
      if (device != null) {
        String ours = Urn.DEVICE.in(device);
        return ours == null ? device : ours;
      }
    }
    return null;
  }
}
