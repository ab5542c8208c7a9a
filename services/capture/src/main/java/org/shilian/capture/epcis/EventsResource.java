package org.shilian.capture.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.epcis.ask.Announcement;
import org.shilian.capture.epcis.ask.Asked;
import org.shilian.capture.epcis.check.EpcisCheck;
import org.shilian.capture.epcis.check.PostedEpcis;
import org.shilian.capture.epcis.event.QueryDocument;
import org.shilian.capture.epcis.event.RecordedEvents;
import org.shilian.capture.epcis.job.EventList;
import org.shilian.capture.epcis.job.JobId;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.capture.outcome.Captures;
import org.shilian.capture.outcome.EventVerdict;
import org.shilian.capture.publish.EventPublisher;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisException;
import org.shilian.epcis.EpcisJson;
import org.shilian.problem.EpcisProblem;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;

/** Single EPCIS events, in and out. */
@Path(EpcisProblem.ROOT + "/events")
@Produces({MediaTypes.JSON, MediaTypes.JSON_LD})
@Tag(name = "EPCIS")
public class EventsResource {
  private final EpcisCheck check;
  private final EventPublisher publisher;
  private final Captures captures;
  private final RecordedEvents events;
  private final Announcement announcement;
  private final CaptureConfig config;
  private final Clock clock;

  EventsResource(
      EpcisCheck check,
      EventPublisher publisher,
      Captures captures,
      RecordedEvents events,
      Announcement announcement,
      CaptureConfig config,
      Clock clock) {
    this.check = check;
    this.publisher = publisher;
    this.captures = captures;
    this.events = events;
    this.announcement = announcement;
    this.config = config;
    this.clock = clock;
  }

  @POST
  @Consumes({MediaTypes.JSON, MediaTypes.JSON_LD})
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Blocking
  @Operation(
      operationId = "postEpcisEvent",
      summary = "Capture one EPCIS event",
      description =
          "Answered once the ledger has it. The same event again is the same event; another with its"
              + " eventID is refused with 409. An event without eventID gets its CBV event hash.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaTypes.JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "shipment", value = EpcisExamples.EVENT)),
        @Content(mediaType = MediaTypes.JSON_LD, schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "201",
      description = "The ledger has the event; it, with its eventID",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "The event",
              schema = @Schema(type = SchemaType.STRING)),
      content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "202",
      description = "Kafka has the event, but the ledger is late; Location is its capture job")
  @APIResponse(
      responseCode = "400",
      description = "epcisException:ValidationException; the event was not taken")
  @APIResponse(
      responseCode = "409",
      description = "epcisException:ResourceAlreadyExistsException; another event has its eventID")
  @APIResponse(
      responseCode = "413",
      description = "epcisException:CaptureLimitExceededException; the limits are in the headers")
  @APIResponse(responseCode = "503", description = "Kafka or the registry is away; see Retry-After")
  public CompletionStage<Response> post(
      @Context SecurityIdentity identity, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    Caller caller = Caller.of(identity);
    Asked asked = Asked.of(headers);
    Instant now = clock.instant();
    PostedEpcis posted = read(body, asked);
    CheckedEvent checked = check.check(caller, List.of(posted)).get(0);
    if (!(checked instanceof CheckedEvent.Ready ready)
        || !(posted instanceof PostedEpcis.Event event)) {
      throw refused(((CheckedEvent.Refused) checked).problem());
    }
    String own = event.event().common().eventId();
    String eventId = own == null ? ready.hash() : own;
    return publisher
        .publish(CaptureId.newNonce(), 1, List.of(ready))
        .thenCompose(
            capture ->
                captures
                    .await(capture, List.of(checked), config.singleEventWait())
                    .thenCompose(
                        answer ->
                            answer(
                                new JobId(asked.behaviour(), EventList.DOCUMENT, now, capture),
                                answer.events().get(0),
                                eventId,
                                event.event().common().errorDeclaration() != null,
                                caller)));
  }

  private static PostedEpcis read(InputStream body, Asked asked) throws IOException {
    JsonNode json;
    try {
      json = EpcisJson.tree(body.readAllBytes());
    } catch (EpcisException e) {
      throw new ProblemException(ProblemType.MALFORMED_JSON, e.rule());
    }
    try {
      EpcisEvent event = EpcisJson.readBare(json, asked.namespaces());
      return new PostedEpcis.Event(0, event, (ObjectNode) json);
    } catch (EpcisException e) {
      return PostedEpcis.NoEvent.of(0, json, e, "");
    }
  }

  private static ProblemException refused(Problem problem) {
    return problem.status() == ProblemType.FORBIDDEN.status()
        ? new ProblemException(ProblemType.FORBIDDEN, problem.detail(), problem.violations())
        : ProblemException.invalid(problem.violations());
  }

  private CompletionStage<Response> answer(
      JobId job, EventVerdict verdict, String eventId, boolean declares, Caller caller) {
    Problem problem = verdict.problem();
    if (problem != null) {
      throw new ProblemException(ProblemType.CONFLICT, problem.detail(), problem.violations());
    }
    return events
        .find(eventId, caller)
        .thenApply(
            found ->
                verdict.verdict().equals("pending") || found.isEmpty()
                    ? Response.accepted()
                        .header(HttpHeaders.LOCATION, CaptureResource.path(job))
                        .header(
                            HttpHeaders.RETRY_AFTER, Long.toString(config.retryAfter().toSeconds()))
                        .build()
                    : Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, path(eventId))
                        .entity(found.get(declares ? found.size() - 1 : 0))
                        .build());
  }

  private static String path(String eventId) {
    return EpcisProblem.ROOT
        + "/events/"
        + URLEncoder.encode(eventId, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @GET
  @Path("/{eventID}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(
      operationId = "getEpcisEvent",
      summary = "One EPCIS event",
      description =
          "An EPCISQueryDocument with the event as it came, and with it again, each time with an"
              + " errorDeclaration, if it was declared in error. An enterprise finds its own events"
              + " and those that name it as a party.")
  @APIResponse(
      responseCode = "200",
      description = "The event",
      content =
          @Content(
              mediaType = MediaTypes.JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "shipment", value = EpcisExamples.QUERY_DOCUMENT)))
  @APIResponse(
      responseCode = "404",
      description = "epcisException:NoSuchResourceException; none that this caller may see")
  public CompletionStage<ObjectNode> event(
      @Context SecurityIdentity identity,
      @Context HttpHeaders headers,
      @Parameter(description = "The eventID, percent-encoded", example = EpcisExamples.EVENT_ID)
          @PathParam("eventID")
          String eventId) {
    var unused = Asked.of(headers);
    return events
        .find(eventId, Caller.of(identity))
        .thenApply(
            found -> {
              if (found.isEmpty()) {
                throw new ProblemException(
                    ProblemType.NOT_FOUND, "there is no event with this eventID");
              }
              return QueryDocument.of(found, clock.instant());
            });
  }

  @OPTIONS
  @PermitAll
  @Operation(
      operationId = "discoverEpcisEvents",
      summary = "What may be done with events",
      description = "Editions and extensions, in GS1's headers.")
  @APIResponse(responseCode = "204", description = "See the headers")
  public Response discover() {
    return announcement.discovery("OPTIONS, POST");
  }

  @OPTIONS
  @Path("/{eventID}")
  @PermitAll
  @Operation(operationId = "discoverEpcisEvent", summary = "What may be done with one event")
  @APIResponse(responseCode = "204", description = "See the headers")
  public Response discoverEvent(@PathParam("eventID") String eventId) {
    return announcement.discovery("GET, HEAD, OPTIONS");
  }
}
