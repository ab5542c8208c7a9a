package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One observation of a sensor (EPCIS 2.0 §7.3.7.3): a property measured, or an exception raised.
 *
 * @param json the object in the JSON form of the standard, extension members as they came; never
 *     changed after construction
 */
public record SensorReport(ObjectNode json) {
  public SensorReport {
    SensorFields.checkReport(json);
  }

  /**
   * Begins a report of this property: a measurement type of the GS1 Web Vocabulary as its bare word
   * ({@code Temperature}), or another URI.
   */
  public static Builder of(String type) {
    return new Builder().text("type", type);
  }

  /**
   * Begins a report of an exception: {@code ALARM_CONDITION} or {@code ERROR_CONDITION}, or another
   * URI.
   */
  public static Builder ofException(String exception) {
    return new Builder().text("exception", exception);
  }

  /** The property as its bare word, however it is spelled, or another URI. */
  public @Nullable String type() {
    return bare(Cbv.MEASUREMENT_TYPE, "type");
  }

  /** The alert as its bare word, however it is spelled, or another URI. */
  public @Nullable String exception() {
    return bare(Cbv.SENSOR_ALERT_TYPE, "exception");
  }

  private @Nullable String bare(Cbv vocabulary, String member) {
    String value = SensorFields.text(json, member);
    return value == null ? null : vocabulary.bare(value);
  }

  public @Nullable String deviceId() {
    return SensorFields.text(json, "deviceID");
  }

  public @Nullable String deviceMetadata() {
    return SensorFields.text(json, "deviceMetadata");
  }

  public @Nullable String rawData() {
    return SensorFields.text(json, "rawData");
  }

  public @Nullable String dataProcessingMethod() {
    return SensorFields.text(json, "dataProcessingMethod");
  }

  public @Nullable OffsetDateTime time() {
    return SensorFields.time(json, "time");
  }

  public @Nullable String microorganism() {
    return SensorFields.text(json, "microorganism");
  }

  public @Nullable String chemicalSubstance() {
    return SensorFields.text(json, "chemicalSubstance");
  }

  public @Nullable BigDecimal value() {
    return SensorFields.number(json, "value");
  }

  /** The component as its bare word, however it is spelled, or another URI. */
  public @Nullable String component() {
    return bare(Cbv.COMPONENT, "component");
  }

  public @Nullable String stringValue() {
    return SensorFields.text(json, "stringValue");
  }

  public @Nullable Boolean booleanValue() {
    return json.get("booleanValue") == null ? null : json.get("booleanValue").booleanValue();
  }

  public @Nullable String hexBinaryValue() {
    return SensorFields.text(json, "hexBinaryValue");
  }

  public @Nullable String uriValue() {
    return SensorFields.text(json, "uriValue");
  }

  public @Nullable BigDecimal minValue() {
    return SensorFields.number(json, "minValue");
  }

  public @Nullable BigDecimal maxValue() {
    return SensorFields.number(json, "maxValue");
  }

  public @Nullable BigDecimal meanValue() {
    return SensorFields.number(json, "meanValue");
  }

  /** The standard deviation. */
  public @Nullable BigDecimal sDev() {
    return SensorFields.number(json, "sDev");
  }

  public @Nullable BigDecimal percRank() {
    return SensorFields.number(json, "percRank");
  }

  public @Nullable BigDecimal percValue() {
    return SensorFields.number(json, "percValue");
  }

  /** UN/ECE Recommendation 20 unit. */
  public @Nullable String uom() {
    return SensorFields.text(json, "uom");
  }

  public @Nullable String coordinateReferenceSystem() {
    return SensorFields.text(json, "coordinateReferenceSystem");
  }

  /** Collects the members; not thread-safe. */
  public static final class Builder {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private Builder() {}

    /** An exception beside the type. */
    @CanIgnoreReturnValue
    public Builder exception(String value) {
      return text("exception", value);
    }

    @CanIgnoreReturnValue
    public Builder deviceId(String uri) {
      return text("deviceID", uri);
    }

    @CanIgnoreReturnValue
    public Builder deviceMetadata(String uri) {
      return text("deviceMetadata", uri);
    }

    @CanIgnoreReturnValue
    public Builder rawData(String uri) {
      return text("rawData", uri);
    }

    @CanIgnoreReturnValue
    public Builder dataProcessingMethod(String uri) {
      return text("dataProcessingMethod", uri);
    }

    @CanIgnoreReturnValue
    public Builder time(OffsetDateTime value) {
      return text("time", Times.text(value));
    }

    @CanIgnoreReturnValue
    public Builder microorganism(String uri) {
      return text("microorganism", uri);
    }

    @CanIgnoreReturnValue
    public Builder chemicalSubstance(String uri) {
      return text("chemicalSubstance", uri);
    }

    @CanIgnoreReturnValue
    public Builder value(BigDecimal value) {
      return number("value", value);
    }

    @CanIgnoreReturnValue
    public Builder component(String value) {
      return text("component", value);
    }

    @CanIgnoreReturnValue
    public Builder stringValue(String value) {
      return text("stringValue", value);
    }

    @CanIgnoreReturnValue
    public Builder booleanValue(boolean value) {
      json.put("booleanValue", value);
      return this;
    }

    @CanIgnoreReturnValue
    public Builder hexBinaryValue(String value) {
      return text("hexBinaryValue", value);
    }

    @CanIgnoreReturnValue
    public Builder uriValue(String uri) {
      return text("uriValue", uri);
    }

    @CanIgnoreReturnValue
    public Builder minValue(BigDecimal value) {
      return number("minValue", value);
    }

    @CanIgnoreReturnValue
    public Builder maxValue(BigDecimal value) {
      return number("maxValue", value);
    }

    @CanIgnoreReturnValue
    public Builder meanValue(BigDecimal value) {
      return number("meanValue", value);
    }

    @CanIgnoreReturnValue
    public Builder sDev(BigDecimal value) {
      return number("sDev", value);
    }

    @CanIgnoreReturnValue
    public Builder percRank(BigDecimal value) {
      return number("percRank", value);
    }

    @CanIgnoreReturnValue
    public Builder percValue(BigDecimal value) {
      return number("percValue", value);
    }

    @CanIgnoreReturnValue
    public Builder uom(String value) {
      return text("uom", value);
    }

    @CanIgnoreReturnValue
    public Builder coordinateReferenceSystem(String uri) {
      return text("coordinateReferenceSystem", uri);
    }

    /** Adds an extension member, {@code name} with its prefix. */
    @CanIgnoreReturnValue
    public Builder extension(String name, String value) {
      return text(name, value);
    }

    @CanIgnoreReturnValue
    private Builder text(String member, String value) {
      json.put(member, value);
      return this;
    }

    @CanIgnoreReturnValue
    private Builder number(String member, BigDecimal value) {
      // put() would cut the zeros at its end
      json.set(member, DecimalNode.valueOf(value));
      return this;
    }

    /**
     * The members collected, checked.
     *
     * @throws EpcisException if one breaks a rule
     */
    public SensorReport build() {
      return new SensorReport(json.deepCopy());
    }
  }
}
