package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of event has (EPCIS 2.0 §7.4.1). Vocabulary values are bare words of the CBV, or
 * other URIs. Extension members are as they came; the nodes are never changed after construction.
 *
 * @param eventId the event's URI, where it has one
 * @param eventTime when it happened, to the nanosecond
 * @param eventTimeZoneOffset the offset in force where it happened, {@code ±HH:MM}
 * @param recordTime when a repository took it in
 * @param readPoint the URI of the place where it was seen
 * @param readPointExtensions extension members inside {@code readPoint}
 * @param bizLocation the URI of the place where the things are afterwards
 * @param bizLocationExtensions extension members inside {@code bizLocation}
 * @param certificationInfo URIs of certificates the event rests on
 * @param extensions extension members at the event's own level
 * @param context the JSON-LD context the event is said in, as it came: its own, and that of the
 *     document it came in where that declares more than the prefixes of {@link Namespaces#DEFAULT};
 *     null where there is none
 * @param namespaces what the extension members' prefixes stand for
 */
public record EventCommon(
    @Nullable String eventId,
    OffsetDateTime eventTime,
    String eventTimeZoneOffset,
    @Nullable Instant recordTime,
    @Nullable String bizStep,
    @Nullable String disposition,
    @Nullable PersistentDisposition persistentDisposition,
    @Nullable String readPoint,
    ObjectNode readPointExtensions,
    @Nullable String bizLocation,
    ObjectNode bizLocationExtensions,
    List<BizTransaction> bizTransactions,
    List<Party> sources,
    List<Party> destinations,
    @Nullable ErrorDeclaration errorDeclaration,
    List<SensorElement> sensorElements,
    List<String> certificationInfo,
    ObjectNode extensions,
    @Nullable JsonNode context,
    Namespaces namespaces) {
  public EventCommon {
    Violations found = new Violations();
    namespaces = namespaces.withContext(context);
    Times.check(found, "eventTime", eventTime);
    if (recordTime != null) {
      Times.check(found, "recordTime", recordTime.atOffset(ZoneOffset.UTC));
    }
    Checks.timeZoneOffset(found, eventTimeZoneOffset);
    if (eventId != null) {
      Checks.uri(found, "eventID", eventId);
    }
    if (bizStep != null) {
      bizStep = Cbv.BIZ_STEP.bareOrUri(found, "bizStep", bizStep);
    }
    if (disposition != null) {
      disposition = Cbv.DISPOSITION.bareOrUri(found, "disposition", disposition);
    }
    place(found, "readPoint", readPoint, readPointExtensions, namespaces);
    place(found, "bizLocation", bizLocation, bizLocationExtensions, namespaces);
    bizTransactions = List.copyOf(bizTransactions);
    sources = List.copyOf(sources);
    destinations = List.copyOf(destinations);
    sensorElements = List.copyOf(sensorElements);
    for (int i = 0; i < sensorElements.size(); i++) {
      SensorFields.checkExtensions(
          found, "sensorElementList/" + i, sensorElements.get(i).json(), namespaces);
    }
    certificationInfo = Checks.uris(found, "certificationInfo", certificationInfo);
    if (errorDeclaration != null) {
      Extensions.check(found, "errorDeclaration", errorDeclaration.extensions(), namespaces);
    }
    Extensions.check(found, "", extensions, namespaces);
    found.refuse();
    context = complete(context, namespaces);
  }

  /** The context, with what the namespaces have beyond it and the default. */
  private static @Nullable JsonNode complete(@Nullable JsonNode context, Namespaces namespaces) {
    return context == null || !Namespaces.DEFAULT.withContext(context).equals(namespaces)
        ? Namespaces.joined(context, namespaces.asContext())
        : context;
  }

  private static void place(
      Violations found,
      String field,
      @Nullable String id,
      ObjectNode extensions,
      Namespaces namespaces) {
    if (id != null) {
      Identifiers.any(found, field + "/id", id);
    } else if (!extensions.isEmpty()) {
      found.add(field + "/id", null, "is required");
    }
    Extensions.check(found, field, extensions, namespaces);
  }

  /** Begins an event that happened then, in the time zone offset that the time carries. */
  public static Builder at(OffsetDateTime eventTime) {
    return new Builder(eventTime);
  }

  /** These fields as the beginning of others. */
  public Builder toBuilder() {
    Builder builder = new Builder(eventTime);
    builder.eventId = eventId;
    builder.eventTimeZoneOffset = eventTimeZoneOffset;
    builder.recordTime = recordTime;
    builder.bizStep = bizStep;
    builder.disposition = disposition;
    builder.persistentDisposition = persistentDisposition;
    builder.readPoint = readPoint;
    builder.readPointExtensions = readPointExtensions;
    builder.bizLocation = bizLocation;
    builder.bizLocationExtensions = bizLocationExtensions;
    builder.bizTransactions.addAll(bizTransactions);
    builder.sources.addAll(sources);
    builder.destinations.addAll(destinations);
    builder.errorDeclaration = errorDeclaration;
    builder.sensorElements.addAll(sensorElements);
    builder.certificationInfo.addAll(certificationInfo);
    builder.extensions.setAll(extensions);
    builder.context = context;
    builder.namespaces = namespaces;
    return builder;
  }

  /** Collects the fields of an {@link EventCommon}; not thread-safe. */
  public static final class Builder {
    private OffsetDateTime eventTime;
    private String eventTimeZoneOffset;
    private @Nullable String eventId;
    private @Nullable Instant recordTime;
    private @Nullable String bizStep;
    private @Nullable String disposition;
    private @Nullable PersistentDisposition persistentDisposition;
    private @Nullable String readPoint;
    private ObjectNode readPointExtensions = JsonNodeFactory.instance.objectNode();
    private @Nullable String bizLocation;
    private ObjectNode bizLocationExtensions = JsonNodeFactory.instance.objectNode();
    private final List<BizTransaction> bizTransactions = new ArrayList<>(2);
    private final List<Party> sources = new ArrayList<>(2);
    private final List<Party> destinations = new ArrayList<>(2);
    private @Nullable ErrorDeclaration errorDeclaration;
    private final List<SensorElement> sensorElements = new ArrayList<>(0);
    private final List<String> certificationInfo = new ArrayList<>(0);
    private final ObjectNode extensions = JsonNodeFactory.instance.objectNode();
    private @Nullable JsonNode context;
    private Namespaces namespaces = Namespaces.DEFAULT;

    private Builder(OffsetDateTime eventTime) {
      this.eventTime = eventTime;
      this.eventTimeZoneOffset = Times.offset(eventTime.getOffset());
    }

    /** The event's time; leaves the time zone offset as it is. */
    @CanIgnoreReturnValue
    public Builder eventTime(OffsetDateTime value) {
      this.eventTime = value;
      return this;
    }

    /** {@code ±HH:MM}. */
    @CanIgnoreReturnValue
    public Builder eventTimeZoneOffset(String value) {
      this.eventTimeZoneOffset = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder eventId(@Nullable String value) {
      this.eventId = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder recordTime(@Nullable Instant value) {
      this.recordTime = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder bizStep(@Nullable String value) {
      this.bizStep = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder disposition(@Nullable String value) {
      this.disposition = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder persistentDisposition(@Nullable PersistentDisposition value) {
      this.persistentDisposition = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder readPoint(@Nullable String uri) {
      this.readPoint = uri;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder readPointExtensions(ObjectNode value) {
      this.readPointExtensions = value;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder bizLocation(@Nullable String uri) {
      this.bizLocation = uri;
      return this;
    }

    @CanIgnoreReturnValue
    public Builder bizLocationExtensions(ObjectNode value) {
      this.bizLocationExtensions = value;
      return this;
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder bizTransaction(@Nullable String type, String uri) {
      return bizTransaction(new BizTransaction(type, uri));
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder bizTransaction(BizTransaction value) {
      bizTransactions.add(value);
      return this;
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder source(String type, String uri) {
      return source(new Party(type, uri));
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder source(Party value) {
      sources.add(value);
      return this;
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder destination(String type, String uri) {
      return destination(new Party(type, uri));
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder destination(Party value) {
      destinations.add(value);
      return this;
    }

    @CanIgnoreReturnValue
    public Builder errorDeclaration(@Nullable ErrorDeclaration value) {
      this.errorDeclaration = value;
      return this;
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder sensorElement(SensorElement value) {
      sensorElements.add(value);
      return this;
    }

    /** Adds one. */
    @CanIgnoreReturnValue
    public Builder certificationInfo(String uri) {
      certificationInfo.add(uri);
      return this;
    }

    /** Adds a text member, {@code name} with its prefix. */
    @CanIgnoreReturnValue
    public Builder extension(String name, String value) {
      extensions.put(name, value);
      return this;
    }

    /** Adds a member of any shape, {@code name} with its prefix. */
    @CanIgnoreReturnValue
    public Builder extension(String name, JsonNode value) {
      extensions.set(name, value);
      return this;
    }

    /**
     * The {@code @context} that the event is written with. It need not declare what {@link
     * #namespaces} has: that is added.
     */
    @CanIgnoreReturnValue
    public Builder context(@Nullable JsonNode value) {
      this.context = value;
      return this;
    }

    /** What prefixes stand for, those of {@link #context} included. */
    @CanIgnoreReturnValue
    public Builder namespaces(Namespaces value) {
      this.namespaces = value;
      return this;
    }

    /**
     * The fields collected, checked.
     *
     * @throws EpcisException for the fields that break a rule
     */
    public EventCommon build() {
      ObjectNode ownExtensions = JsonNodeFactory.instance.objectNode();
      ownExtensions.setAll(extensions);
      return new EventCommon(
          eventId,
          eventTime,
          eventTimeZoneOffset,
          recordTime,
          bizStep,
          disposition,
          persistentDisposition,
          readPoint,
          readPointExtensions,
          bizLocation,
          bizLocationExtensions,
          bizTransactions,
          sources,
          destinations,
          errorDeclaration,
          sensorElements,
          certificationInfo,
          ownExtensions,
          context,
          namespaces);
    }
  }
}
