package org.shilian.capture.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.outcome.CaptureAnswer;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.capture.outcome.Captures;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.QueryChecks;

/** The door for trade events, and what became of them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Post what was done with food, and learn what became of it.")
public class EventsResource {
  private static final String NDJSON_SUBTYPE = "x-ndjson";
  private static final String NDJSON = "application/" + NDJSON_SUBTYPE;
  private static final int MOST_VIOLATIONS = 200;

  private final Reception reception;
  private final Captures captures;
  private final CaptureConfig config;

  EventsResource(Reception reception, Captures captures, CaptureConfig config) {
    this.reception = reception;
    this.captures = captures;
    this.config = config;
  }

  @POST
  @Path("/events")
  @Consumes({MediaType.APPLICATION_JSON, NDJSON})
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @NonBlocking
  @Operation(
      operationId = "postEvents",
      summary = "Post trade events",
      description =
          "One event, an array, or NDJSON; gzip is read. Answered once Kafka has every event that"
              + " was not refused; with Prefer: wait=N, once the ledger has them too, with their"
              + " verdicts and codes. Posting the same again is safe.")
  // here and not at the parameter: what is written there is parsed again for each request
  @Parameter(
      name = "atomic",
      in = ParameterIn.QUERY,
      description = "Refuse the whole document if one event breaks a rule",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = {
              @ExampleObject(name = "PRODUCE", value = EventExamples.PRODUCE),
              @ExampleObject(name = "FIRST_IN", value = EventExamples.FIRST_IN),
              @ExampleObject(name = "REPACK", value = EventExamples.REPACK),
              @ExampleObject(name = "SHIP", value = EventExamples.SHIP),
              @ExampleObject(name = "RECEIVE", value = EventExamples.RECEIVE),
              @ExampleObject(name = "SELL", value = EventExamples.SELL),
              @ExampleObject(name = "USE", value = EventExamples.USE),
              @ExampleObject(name = "DISPOSE", value = EventExamples.DISPOSE),
              @ExampleObject(name = "TEST", value = EventExamples.TEST),
              @ExampleObject(name = "CERTIFY", value = EventExamples.CERTIFY),
              @ExampleObject(name = "TEMPERATURE", value = EventExamples.TEMPERATURE),
              @ExampleObject(name = "SAMPLE", value = EventExamples.SAMPLE),
              @ExampleObject(name = "SEAL", value = EventExamples.SEAL),
              @ExampleObject(name = "INSPECT", value = EventExamples.INSPECT),
              @ExampleObject(name = "HOLD", value = EventExamples.HOLD),
              @ExampleObject(name = "RELEASE", value = EventExamples.RELEASE),
              @ExampleObject(name = "RECALL", value = EventExamples.RECALL),
              @ExampleObject(name = "RECALL_ACK", value = EventExamples.RECALL_ACK),
              @ExampleObject(name = "CLOSE", value = EventExamples.CLOSE),
              @ExampleObject(name = "VOID", value = EventExamples.VOID)
            }),
        @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(
      responseCode = "202",
      description = "Kafka has the events; a verdict for each",
      content =
          @Content(
              schema = @Schema(implementation = CaptureAnswer.class),
              examples = @ExampleObject(name = "accepted", value = EventExamples.ANSWER)))
  @APIResponse(responseCode = "422", description = "Every event breaks a rule; nothing was taken")
  @APIResponse(responseCode = "503", description = "Kafka or the registry is away; see Retry-After")
  public CompletionStage<Response> post(
      @Context SecurityIdentity identity,
      @Context HttpHeaders headers,
      @QueryParam("atomic") @Nullable String atomic,
      InputStream body)
      throws IOException {
    boolean allOrNothing =
        Boolean.TRUE.equals(QueryChecks.optional("atomic", atomic, EventsResource::trueOrFalse));
    Preference preference =
        Preference.of(
            List.copyOf(headers.getRequestHeaders().getOrDefault("Prefer", List.of())),
            config.longestWait());
    return reception
        .check(Caller.of(identity), posted(headers, body))
        .thenCompose(
            checked -> {
              refuseIfNothingIsLeft(checked, allOrNothing);
              return reception
                  .publish(checked)
                  .thenCompose(id -> answer(id, checked, preference))
                  .thenApply(answer -> accepted(answer, preference));
            });
  }

  private static Reception.Posted posted(HttpHeaders headers, InputStream body) {
    return new Reception.Posted(
        body,
        headers.getMediaType().getSubtype().equalsIgnoreCase(NDJSON_SUBTYPE),
        headers.getLength(),
        headers.getRequestHeaders().containsKey(HttpHeaders.CONTENT_ENCODING));
  }

  private static Boolean trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static void refuseIfNothingIsLeft(List<CheckedEvent> checked, boolean atomic) {
    List<CheckedEvent.Refused> refused = refused(checked);
    if (refused.isEmpty() || (refused.size() < checked.size() && !atomic)) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    for (CheckedEvent.Refused event : refused) {
      String at = checked.size() == 1 ? "" : "/" + event.index();
      for (Violation violation : event.problem().violations()) {
        if (violations.size() < MOST_VIOLATIONS) {
          violations.add(violation.within(at));
        }
      }
    }
    boolean allForbidden =
        refused.stream().allMatch(e -> e.problem().status() == ProblemType.FORBIDDEN.status());
    throw new ProblemException(
        allForbidden ? ProblemType.FORBIDDEN : ProblemType.INVALID_INPUT,
        refused.size() + " of " + checked.size() + " events break a rule; nothing was taken",
        violations);
  }

  private CompletionStage<CaptureAnswer> answer(
      CaptureId id, List<CheckedEvent> checked, Preference preference) {
    CompletionStage<Void> kept = captures.keepRefusals(id, refused(checked));
    return preference.holds()
        ? kept.thenCompose(done -> captures.await(id, checked, preference.hold()))
        : kept.thenApply(done -> captures.taken(id, checked));
  }

  private static Response accepted(CaptureAnswer answer, Preference preference) {
    Response.ResponseBuilder response =
        Response.accepted(answer)
            .header(HttpHeaders.LOCATION, "/api/v1/captures/" + answer.capture());
    if (preference.holds()) {
      response.header("Preference-Applied", "wait=" + preference.hold().toSeconds());
    }
    return response.build();
  }

  private static List<CheckedEvent.Refused> refused(List<CheckedEvent> checked) {
    List<CheckedEvent.Refused> refused = new ArrayList<>();
    for (CheckedEvent event : checked) {
      if (event instanceof CheckedEvent.Refused one) {
        refused.add(one);
      }
    }
    return refused;
  }

  @GET
  @Path("/captures/{id}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(operationId = "getCapture", summary = "What became of posted events")
  @APIResponse(
      responseCode = "200",
      description = "A verdict for each event",
      content = @Content(schema = @Schema(implementation = CaptureAnswer.class)))
  @APIResponse(responseCode = "404", description = "Not the id of a capture")
  public CompletionStage<CaptureAnswer> capture(
      @Parameter(description = "The id that the 202 gave") @PathParam("id") String id) {
    CaptureId capture;
    try {
      capture = CaptureId.parse(id);
      if (capture.total() > config.maxEvents()) {
        throw new IllegalArgumentException("a capture of more events than a request may hold");
      }
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "there is no capture with this id");
    }
    return captures.find(capture);
  }
}
