package org.shilian.capture.epcis;

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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
import org.shilian.capture.epcis.ask.ErrorBehaviour;
import org.shilian.capture.epcis.check.EpcisCheck;
import org.shilian.capture.epcis.job.CaptureJob;
import org.shilian.capture.epcis.job.CaptureJobs;
import org.shilian.capture.epcis.job.JobId;
import org.shilian.capture.epcis.job.KnownEvents;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.capture.outcome.Captures;
import org.shilian.capture.publish.EventPublisher;
import org.shilian.problem.EpcisProblem;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;

/** EPCIS documents in, and what became of them. */
@Path(EpcisProblem.ROOT + "/capture")
@Produces({MediaTypes.JSON, MediaTypes.JSON_LD})
@Tag(name = "EPCIS", description = "The capture interface of EPCIS 2.0, and single events.")
public class CaptureResource {
  private static final int MOST_VIOLATIONS = 200;

  private final EpcisCheck check;
  private final KnownEvents known;
  private final EventPublisher publisher;
  private final Captures captures;
  private final CaptureJobs jobs;
  private final Announcement announcement;
  private final CaptureConfig config;
  private final Clock clock;

  CaptureResource(
      EpcisCheck check,
      KnownEvents known,
      EventPublisher publisher,
      Captures captures,
      CaptureJobs jobs,
      Announcement announcement,
      CaptureConfig config,
      Clock clock) {
    this.check = check;
    this.known = known;
    this.publisher = publisher;
    this.captures = captures;
    this.jobs = jobs;
    this.announcement = announcement;
    this.config = config;
    this.clock = clock;
  }

  @POST
  @Consumes({MediaTypes.JSON, MediaTypes.JSON_LD})
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Blocking
  @Operation(
      operationId = "postEpcisDocument",
      summary = "Capture an EPCIS document",
      description =
          "An EPCISDocument or EPCISQueryDocument of EPCIS 2.0 in JSON; gzip is read. Answered once"
              + " Kafka has its events; the capture job in Location says what became of them. An"
              + " event of a trade that this server knows has the same effect as its trade form; any"
              + " other is kept as it is. Master data in the header is not kept.")
  @Parameter(
      name = ErrorBehaviour.HEADER,
      in = ParameterIn.HEADER,
      description = "rollback: nothing is taken if one event is refused; proceed: the others are",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"rollback", "proceed"},
              defaultValue = "rollback"))
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaTypes.JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "shipment", value = EpcisExamples.DOCUMENT)),
        @Content(mediaType = MediaTypes.JSON_LD, schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(
      responseCode = "202",
      description = "Kafka has the events",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "The capture job",
              schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "400",
      description = "epcisException:ValidationException; nothing was taken",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "refused", value = EpcisExamples.REFUSED)))
  @APIResponse(
      responseCode = "413",
      description = "epcisException:CaptureLimitExceededException; the limits are in the headers")
  @APIResponse(responseCode = "503", description = "Kafka or the registry is away; see Retry-After")
  public CompletionStage<Response> capture(
      @Context SecurityIdentity identity, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    Caller caller = Caller.of(identity);
    Asked asked = Asked.of(headers);
    Instant now = clock.instant();
    PostedDocument document =
        PostedDocument.read(
            body, asked.namespaces(), config.maxEvents(), chunk -> check.check(caller, chunk));
    CompletionStage<PostedDocument> judged =
        asked.behaviour() == ErrorBehaviour.ROLLBACK && document.refused().isEmpty()
            ? known
                .refuseConflicts(document.events())
                .thenApply(events -> new PostedDocument(document.list(), events))
            : CompletableFuture.completedFuture(document);
    return judged
        .thenCompose(all -> take(all, asked.behaviour()))
        .thenApply(
            capture -> accepted(new JobId(asked.behaviour(), document.list(), now, capture)));
  }

  private CompletionStage<CaptureId> take(PostedDocument document, ErrorBehaviour behaviour) {
    List<CheckedEvent.Refused> refused = document.refused();
    if (!refused.isEmpty()
        && (behaviour == ErrorBehaviour.ROLLBACK || document.ready().isEmpty())) {
      throw nothingTaken(document);
    }
    String nonce = CaptureId.newNonce();
    // the answer does not name what was refused, so that must be kept before anything is taken
    return captures
        .keepRefusalsOrFail(nonce, refused)
        .thenCompose(kept -> publisher.publish(nonce, document.events().size(), document.ready()));
  }

  private static ProblemException nothingTaken(PostedDocument document) {
    List<CheckedEvent.Refused> refused = document.refused();
    List<Violation> violations = new ArrayList<>();
    for (CheckedEvent.Refused event : refused) {
      for (Violation violation : event.problem().violations()) {
        if (violations.size() < MOST_VIOLATIONS) {
          violations.add(document.list().place(event.index(), violation));
        }
      }
    }
    boolean allForbidden =
        refused.stream().allMatch(e -> e.problem().status() == ProblemType.FORBIDDEN.status());
    return new ProblemException(
        allForbidden ? ProblemType.FORBIDDEN : ProblemType.INVALID_INPUT,
        refused.size()
            + " of "
            + document.events().size()
            + " events break a rule; nothing was taken",
        violations);
  }

  private static Response accepted(JobId job) {
    return Response.accepted().header(HttpHeaders.LOCATION, path(job)).build();
  }

  /** The path of a capture job. */
  static String path(JobId job) {
    return EpcisProblem.ROOT + "/capture/" + job.text();
  }

  @GET
  @Path("/{captureID}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(
      operationId = "getEpcisCaptureJob",
      summary = "What became of a captured document",
      description = "running is false once the ledger has passed the document's last event.")
  @APIResponse(
      responseCode = "200",
      description = "The capture job",
      content =
          @Content(
              mediaType = MediaTypes.JSON,
              schema = @Schema(implementation = CaptureJob.class),
              examples = @ExampleObject(name = "done", value = EpcisExamples.JOB)))
  @APIResponse(
      responseCode = "404",
      description = "epcisException:NoSuchResourceException; not the id of a capture job")
  public CompletionStage<CaptureJob> job(
      @Context HttpHeaders headers,
      @Parameter(description = "The last part of the Location that the 202 gave")
          @PathParam("captureID")
          String captureId) {
    var unused = Asked.of(headers);
    JobId id;
    try {
      id = JobId.parse(captureId);
      if (id.capture().total() > config.maxEvents()) {
        throw new IllegalArgumentException("a capture of more events than a request may hold");
      }
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.NOT_FOUND, "there is no capture job with this id");
    }
    return jobs.find(id);
  }

  @OPTIONS
  @PermitAll
  @Operation(
      operationId = "discoverEpcisCapture",
      summary = "What may be captured here",
      description = "Editions, extensions, limits and error behaviours, in GS1's headers.")
  @APIResponse(responseCode = "204", description = "See the headers")
  public Response discover() {
    return announcement.captureDiscovery("OPTIONS, POST");
  }

  @OPTIONS
  @Path("/{captureID}")
  @PermitAll
  @Operation(
      operationId = "discoverEpcisCaptureJob",
      summary = "What may be done with a capture job")
  @APIResponse(responseCode = "204", description = "See the headers")
  public Response discoverJob(@PathParam("captureID") String captureId) {
    return announcement.discovery("GET, HEAD, OPTIONS");
  }
}
