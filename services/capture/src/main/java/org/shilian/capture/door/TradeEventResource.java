package org.shilian.capture.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shilian.capture.epcis.event.RecordedEvents;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;

/** Single events of the ledger in their trade form. */
@Path("/api/v1/events/{eventID}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class TradeEventResource {
  private final RecordedEvents events;

  TradeEventResource(RecordedEvents events) {
    this.events = events;
  }

  @GET
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(
      operationId = "getEvent",
      summary = "One trade event",
      description =
          "The event in the ledger with this eventID, as its trade form says it, by whichever door it"
              + " came. An enterprise finds its own events and those that name it as a party.")
  @APIResponse(
      responseCode = "200",
      description = "The event",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "PRODUCE", value = EventExamples.PRODUCE)))
  @APIResponse(
      responseCode = "404",
      description = "None that this caller may see, or one that is plain EPCIS")
  public CompletionStage<ObjectNode> event(
      @Context SecurityIdentity identity,
      @Parameter(
              description = "The eventID, percent-encoded",
              example = "urn:uuid:2f0c4f0e-6a8e-4a39-9d55-0c6f3a0d8c11")
          @PathParam("eventID")
          String eventId) {
    return events
        .findTrade(eventId, Caller.of(identity))
        .thenApply(
            found ->
                found.orElseThrow(
                    () ->
                        new ProblemException(
                            ProblemType.NOT_FOUND, "there is no trade event with this eventID")));
  }
}
