package org.shilian.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;

/**
 * EPCIS events read, written and hashed a second on one core. What issue 3 asks for is {@code hash}
 * of the ordinary events: {@code links} and {@code urns}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EventHashBenchmark {
  private static final String LINKS =
      """
      {"type": "ObjectEvent", "eventTime": "2026-11-01T08:00:00+08:00",
       "eventTimeZoneOffset": "+08:00", "action": "OBSERVE", "bizStep": "shipping",
       "disposition": "in_transit", "readPoint": {"id": "https://id.gs1.org/414/9521234000013"},
       "quantityList": [
         {"epcClass": "https://id.gs1.org/01/09521234000013/10/A1", "quantity": 12.50, "uom": "KGM"},
         {"epcClass": "https://id.gs1.org/01/09521234000020/10/A2", "quantity": 3, "uom": "H87"}],
       "bizTransactionList": [{"type": "po", "bizTransaction": "urn:shilian:order:20261101-7"}],
       "sourceList": [{"type": "owning_party", "source": "urn:shilian:uscc:91310000MA1FL0000X"}],
       "destinationList": [
         {"type": "owning_party", "destination": "urn:shilian:uscc:91310000MA1FL0001X"}],
       "shilian:operator": "urn:shilian:uscc:91310000MA1FL0000X"}
      """;
  private static final String URNS =
      """
      {"type": "ObjectEvent", "eventTime": "2026-11-01T08:00:00.250+08:00",
       "eventTimeZoneOffset": "+08:00", "action": "OBSERVE", "bizStep": "shipping",
       "disposition": "in_transit", "readPoint": {"id": "urn:epc:id:sgln:9521234.00001.0"},
       "bizLocation": {"id": "urn:epc:id:sgln:9521234.00001.0"},
       "epcList": ["urn:epc:id:sgtin:9521234.000001.1001", "urn:epc:id:sgtin:9521234.000001.1002"],
       "quantityList": [
         {"epcClass": "urn:epc:class:lgtin:9521234.000001.A1", "quantity": 12.50, "uom": "KGM"}],
       "bizTransactionList": [{"type": "po", "bizTransaction": "urn:epc:id:gdti:9521234.00001.77"}],
       "sourceList": [{"type": "owning_party", "source": "urn:epc:id:pgln:9521234.00001"}],
       "destinationList": [
         {"type": "owning_party", "destination": "urn:epc:id:pgln:9521234.00002"}]}
      """;
  private static final String PALLET =
      """
      {"type": "AggregationEvent", "eventTime": "2026-11-01T08:00:00+08:00",
       "eventTimeZoneOffset": "+08:00", "action": "ADD", "bizStep": "packing",
       "parentID": "urn:epc:id:sscc:9521234.0000000001",
       "readPoint": {"id": "urn:epc:id:sgln:9521234.00001.0"},
       "childEPCs": [
         "urn:epc:id:sgtin:9521234.000001.8", "urn:epc:id:sgtin:9521234.000001.7",
         "urn:epc:id:sgtin:9521234.000001.6", "urn:epc:id:sgtin:9521234.000001.5",
         "urn:epc:id:sgtin:9521234.000001.4", "urn:epc:id:sgtin:9521234.000001.3",
         "urn:epc:id:sgtin:9521234.000001.2", "urn:epc:id:sgtin:9521234.000001.1"]}
      """;
  private static final String COOKING =
      """
      {"type": "TransformationEvent", "eventTime": "2026-11-01T08:00:00+08:00",
       "eventTimeZoneOffset": "+08:00", "bizStep": "commissioning",
       "inputQuantityList": [
         {"epcClass": "https://id.gs1.org/01/09521234000013/10/A1", "quantity": 5, "uom": "KGM"}],
       "outputQuantityList": [
         {"epcClass": "https://id.gs1.org/01/09521234000020/10/B1", "quantity": 40, "uom": "H87"}],
       "ilmd": {"gs1:productionDate": "2026-11-01", "gs1:expirationDate": "2026-11-08",
                "shilian:kitchen": {"shilian:line": "2", "shilian:shift": ["a", "b"]}}}
      """;
  private static final String SENSOR =
      """
      {"type": "ObjectEvent", "eventTime": "2026-11-01T08:00:00+08:00",
       "eventTimeZoneOffset": "+08:00", "action": "OBSERVE", "bizStep": "transporting",
       "epcList": ["https://id.gs1.org/00/095212340000000013"],
       "sensorElementList": [{
         "sensorMetadata": {"startTime": "2026-11-01T06:00:00+08:00",
                            "endTime": "2026-11-01T08:00:00+08:00",
                            "deviceID": "https://id.gs1.org/8004/9521234T1"},
         "sensorReport": [
           {"type": "Temperature", "minValue": 1.5, "maxValue": 4.10, "uom": "CEL"},
           {"type": "RelativeHumidity", "value": 81.0, "uom": "P1"}]}]}
      """;

  @Param({"links", "urns", "pallet", "cooking", "sensor"})
  String kind = "";

  private byte[] json = {};
  private EpcisEvent event = EpcisJson.read(LINKS.getBytes(StandardCharsets.UTF_8));

  @Setup
  public void choose() {
    String text =
        switch (kind) {
          case "links" -> LINKS;
          case "urns" -> URNS;
          case "pallet" -> PALLET;
          case "cooking" -> COOKING;
          default -> SENSOR;
        };
    json = text.getBytes(StandardCharsets.UTF_8);
    event = EpcisJson.read(json);
  }

  @Benchmark
  public String hash() {
    return EventHash.of(event);
  }

  @Benchmark
  public EpcisEvent read() {
    return EpcisJson.read(json);
  }

  @Benchmark
  public String readAndHash() {
    return EventHash.of(EpcisJson.read(json));
  }

  @Benchmark
  public byte[] write() {
    return EpcisJson.write(event);
  }
}
