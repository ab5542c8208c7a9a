package org.shilian.problem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.DatabaseException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endpoints that end in every way an endpoint can. */
@Path("/endpoints")
@Produces(MediaType.APPLICATION_JSON)
public class Endpoints {
  @GET
  @Path("boom")
  public String boom() {
    throw new IllegalStateException("the secret is 42");
  }

  @GET
  @Path("later")
  public Uni<String> later() {
    return Uni.createFrom().failure(new IllegalStateException("the secret is 42"));
  }

  @GET
  @Path("away")
  public Uni<String> away() {
    return Uni.createFrom()
        .failure(new IllegalStateException(new ConnectException("Connection refused: db:5432")));
  }

  /** As PostgreSQL's client fails while the database ends, comes up, or has no room. */
  @GET
  @Path("database/{state}")
  public Uni<String> database(@PathParam("state") String state) {
    return Uni.createFrom()
        .failure(
            state.equals("gone")
                ? new SocketException("Connection reset")
                : new DatabaseException("said the database", 0, state) {});
  }

  @GET
  @Path("busy")
  public String busy() {
    throw new ProblemException(ProblemType.TOO_MANY, "slow down").withHeader("Retry-After", "7");
  }

  @GET
  @Path("invalid")
  public String invalid() {
    throw ProblemException.invalid(List.of(new Violation("from", "x", "is not a date")));
  }

  @GET
  @Path("unknown-caller")
  public String unknownCaller() {
    throw new UnauthorizedException();
  }

  @GET
  @Path("forbidden")
  public String forbidden() {
    throw new ForbiddenException();
  }

  @POST
  @Path("things/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Map<String, Integer> tree(@Nullable JsonNode body) {
    return Map.of("size", body == null ? 0 : body.size());
  }

  @DELETE
  @Path("things/{id}")
  public void delete() {}

  @POST
  @Path("bytes")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Map<String, Integer>> bytes(byte[] body) {
    return Uni.createFrom().item(Map.of("length", body.length));
  }

  @POST
  @Path("stream")
  @Consumes("application/x-ndjson")
  public Map<String, Long> stream(InputStream body) throws IOException {
    return Map.of("length", body.transferTo(java.io.OutputStream.nullOutputStream()));
  }
}
