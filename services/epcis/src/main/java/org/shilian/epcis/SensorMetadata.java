package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all reports of a sensor element (EPCIS 2.0 §7.3.7.2): when and by which device.
 *
 * @param json the object in the JSON form of the standard, extension members as they came; never
 *     changed after construction
 */
public record SensorMetadata(ObjectNode json) {
  public SensorMetadata {
    SensorFields.checkMetadata(json);
  }

  /** Begins one without any member. */
  public static Builder builder() {
    return new Builder();
  }

  /** The one point in time of all reports. */
  public @Nullable OffsetDateTime time() {
    return SensorFields.time(json, "time");
  }

  /** When the period of the reports began. */
  public @Nullable OffsetDateTime startTime() {
    return SensorFields.time(json, "startTime");
  }

  /** When the period of the reports ended. */
  public @Nullable OffsetDateTime endTime() {
    return SensorFields.time(json, "endTime");
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

  public @Nullable String bizRules() {
    return SensorFields.text(json, "bizRules");
  }

  /** Collects the members; not thread-safe. */
  public static final class Builder {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private Builder() {}

    @CanIgnoreReturnValue
    public Builder time(OffsetDateTime value) {
      return text("time", Times.text(value));
    }

    @CanIgnoreReturnValue
    public Builder startTime(OffsetDateTime value) {
      return text("startTime", Times.text(value));
    }

    @CanIgnoreReturnValue
    public Builder endTime(OffsetDateTime value) {
      return text("endTime", Times.text(value));
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
    public Builder bizRules(String uri) {
      return text("bizRules", uri);
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

    /**
     * The members collected, checked.
     *
     * @throws EpcisException if one breaks a rule
     */
    public SensorMetadata build() {
      return new SensorMetadata(json.deepCopy());
    }
  }
}
