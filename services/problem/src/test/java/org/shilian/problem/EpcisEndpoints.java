package org.shilian.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Endpoints below the path of the EPCIS interface, where problems have the standard's types. */
@Path(EpcisProblem.ROOT)
@Produces(MediaType.APPLICATION_JSON)
public class EpcisEndpoints {
  @GET
  @Path("boom")
  public String boom() {
    throw new IllegalStateException("the secret is 42");
  }

  @GET
  @Path("invalid")
  public String invalid() {
    throw ProblemException.invalid(List.of(new Violation("/action", "x", "is no action")));
  }

  @GET
  @Path("forbidden")
  public String forbidden() {
    throw new ForbiddenException();
  }

  @POST
  @Path("things")
  @Consumes(MediaType.APPLICATION_JSON)
  public String things(JsonNode body) {
    return body.toString();
  }
}
