package org.shilian.ledger.log;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.append.LogEntry;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;
import org.shilian.tlog.TreeReader;
import org.shilian.tlog.note.LogProof;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.tile.TileNodes;
import org.shilian.tlog.tile.TilePath;

/** The proof that an event is in the log. */
@Path("/api/v1/events/{eventID}/proof")
@RolesAllowed({"enterprise", "regulator", "admin"})
@Tag(name = "Logs")
class InclusionResource {
  private final Pool pool;

  InclusionResource(Pool pool) {
    this.pool = pool;
  }

  @GET
  @Produces("text/plain")
  @Operation(
      operationId = "getEventProof",
      summary = "The proof that an event is in its log (C2SP tlog-proof)",
      description =
          "Complete: the entry (as extra data), its index, the hashes up to the root, and the signed"
              + " checkpoint. `deploy/shilian verify FILE --key KEY` checks it without a network. An"
              + " enterprise gets proofs of its own events and of those that name it.")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "None that this caller may see")
  @APIResponse(responseCode = "503", description = "It is in the log, and not signed yet")
  public Response proof(
      @Context SecurityIdentity identity,
      @Parameter(
              description = "The eventID, percent-encoded",
              example = "urn:uuid:2f0c4f0e-6a8e-4a39-9d55-0c6f3a0d8c11")
          @PathParam("eventID")
          String eventId,
      @Parameter(
              description = "true: under a checkpoint that witnesses cosigned",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("cosigned")
          @Nullable String cosigned) {
    LogStore store = new LogStore(pool);
    LogStore.Place place =
        store
            .place(eventId)
            .filter(found -> maySee(Caller.of(identity), found))
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "there is no event with this eventID"));
    StoredLog log =
        store.logs().stream()
            .filter(one -> one.stream() == place.stream())
            .findFirst()
            .orElseThrow(LogResource::notSigned);
    long index = store.index(place.stream(), place.offset());
    StoredLog.Signed signed = log.last("true".equals(cosigned));
    if (signed == null || index >= signed.size()) {
      throw LogResource.notSigned();
    }
    return Response.ok(proof(store, log, signed, index).toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Disposition", "inline; filename=\"" + index + ".tlog-proof\"")
        .build();
  }

  private static LogProof proof(
      LogStore store, StoredLog log, StoredLog.Signed signed, long index) {
    TreeReader tree = new TreeReader(new TileNodes(new StoredFiles(store, log), signed.size()));
    return new LogProof(
        entry(store, log, signed, index).bytes(),
        index,
        tree.inclusionProof(index, signed.size()).path(),
        SignedNote.parse(signed.note().getBytes(StandardCharsets.UTF_8)));
  }

  private static LogEntry entry(
      LogStore store, StoredLog log, StoredLog.Signed signed, long index) {
    long bundle = index / TilePath.FULL;
    int width = TilePath.width(signed.size(), TilePath.ENTRIES, bundle);
    List<LogEntry> entries = store.entries(log, new TilePath(TilePath.ENTRIES, bundle, width));
    return entries.get((int) (index % TilePath.FULL));
  }

  private static boolean maySee(Caller caller, LogStore.Place place) {
    Uscc operator = caller.operator();
    if (caller.role() != Caller.Role.ENTERPRISE || operator == null) {
      return true;
    }
    String self = operator.value();
    return self.equals(place.operator())
        || self.equals(place.actor())
        || String.valueOf(place.parties()).contains(self)
        || new String(place.body(), StandardCharsets.UTF_8).contains(self);
  }
}
