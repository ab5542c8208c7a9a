package org.shilian.capture.epcis;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shilian.capture.epcis.ask.Announcement;
import org.shilian.problem.EpcisProblem;

/** The root of the EPCIS interface. */
@Path(EpcisProblem.ROOT)
@Tag(name = "EPCIS")
public class RootResource {
  private final Announcement announcement;

  RootResource(Announcement announcement) {
    this.announcement = announcement;
  }

  @OPTIONS
  @PermitAll
  @Operation(
      operationId = "discoverEpcis",
      summary = "What this EPCIS interface speaks",
      description = "Editions and extensions, in GS1's headers.")
  @APIResponse(responseCode = "204", description = "See the headers")
  public Response discover() {
    return announcement.discovery("OPTIONS");
  }
}
