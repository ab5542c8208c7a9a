package org.shilian.ledger.log;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.tlog.ConsistencyProof;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.TreeReader;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.note.VerifierKey;
import org.shilian.tlog.tile.TileNodes;
import org.shilian.tlog.tile.TilePath;

/** The logs, for whoever wants to hold the ledger to its word. */
@Path("/api/v1/logs")
@PermitAll
@Tag(
    name = "Logs",
    description = "One append-only Merkle log a partition; checkpoints, tiles and proofs")
class LogResource {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String NOW = "no-cache";

  private final Pool pool;
  private final LogKeys keys;
  private final SecurityIdentity identity;

  LogResource(Pool pool, LogKeys keys, SecurityIdentity identity) {
    this.pool = pool;
    this.keys = keys;
    this.identity = identity;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listLogs", summary = "All logs and how far they are signed")
  public List<LogView> list() {
    return new LogStore(pool).logs().stream().map(this::view).toList();
  }

  private LogView view(StoredLog log) {
    StoredLog.Signed signed = log.signed();
    VerifierKey key = keys.of(log.topic(), log.partition()).map(Signer::key).orElse(null);
    return new LogView(
        key == null ? null : key.name(),
        log.topic(),
        log.partition(),
        "/api/v1/logs/" + log.topic() + "/" + log.partition(),
        log.size(),
        signed == null ? null : signed.size(),
        signed == null ? null : base64(signed.root()),
        signed == null ? null : signed.at(),
        key == null ? null : key.toString());
  }

  @GET
  @Path("/keys")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "getLogKeys",
      summary = "The verifier keys of all logs, one a line",
      description =
          "Keep them: whoever takes the keys from where the log comes from proves nothing.")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
  public String keys() {
    StringBuilder lines = new StringBuilder();
    for (StoredLog log : new LogStore(pool).logs()) {
      keys.of(log.topic(), log.partition())
          .ifPresent(signer -> lines.append(signer.key()).append('\n'));
    }
    return lines.toString();
  }

  @GET
  @Path("/{topic}/{partition}/checkpoint")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "getLogCheckpoint",
      summary = "The last checkpoint (C2SP tlog-checkpoint)",
      description = "A signed note: origin, number of entries, root hash.")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "404", description = "There is no such log, or it is not signed yet")
  public Response checkpoint(
      @PathParam("topic") String topic,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @PathParam("partition")
          String partition,
      @Parameter(
              description = "true: the last that witnesses cosigned, which is some time ago",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @QueryParam("cosigned")
          @Nullable String cosigned) {
    StoredLog.Signed last = log(topic, partition).last("true".equals(cosigned));
    if (last == null) {
      throw notSigned();
    }
    return Response.ok(last.note()).header(HttpHeaders.CACHE_CONTROL, NOW).build();
  }

  @POST
  @Path("/{topic}/{partition}/cosignatures")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "cosignLogCheckpoint",
      summary = "Hand in a checkpoint of this log that a witness cosigned (C2SP tlog-cosignature)",
      description =
          "A witness takes a checkpoint, proves by consistency that the log only grew since the last"
              + " one it saw, and sends the note back with its own line below. No key is needed: its"
              + " signature says who it is, and only witnesses in shilian.log.witnesses are taken.")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "The checkpoint as it is kept, with all cosignatures",
      content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "409", description = "A later checkpoint is cosigned already")
  @APIResponse(
      responseCode = "422",
      description = "This log did not sign it, or no witness that counts here did")
  public String cosign(
      @PathParam("topic") String topic,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @PathParam("partition")
          String partition,
      String note) {
    return new Cosigning(new LogStore(pool), keys).add(log(topic, partition), note).toString();
  }

  @GET
  @Path("/{topic}/{partition}/tile/{path:.+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "getLogTile",
      summary = "A tile of hashes, or a bundle of entries (C2SP tlog-tiles)",
      description =
          "path is L/N[.p/W] for a tile, entries/N[.p/W] for a bundle. Entries name operators and"
              + " captures: only agencies and the platform's own people get them.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "400", description = "No tile has this name")
  @APIResponse(responseCode = "404", description = "The log does not have so many entries")
  public Response tile(
      @PathParam("topic") String topic,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @PathParam("partition")
          String partition,
      @Parameter(example = "0/000") @PathParam("path") String path) {
    TilePath tile;
    try {
      tile = TilePath.parse("tile/" + path);
    } catch (LogDataException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
    if (tile.level() == TilePath.ENTRIES) {
      requireRegulator();
    }
    InputStream file =
        new StoredFiles(new LogStore(pool), log(topic, partition))
            .open(tile.toString())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "the log does not have so many entries"));
    return Response.ok(file).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
  }

  private void requireRegulator() {
    if (identity.isAnonymous()) {
      throw new UnauthorizedException();
    }
    if (!identity.hasRole("regulator") && !identity.hasRole("admin")) {
      throw new ForbiddenException();
    }
  }

  @GET
  @Path("/{topic}/{partition}/consistency")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getLogConsistency",
      summary = "The proof that the log only grew between two sizes (RFC 6962, section 2.1.2)")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConsistencyView.class)))
  @APIResponse(responseCode = "422", description = "The log does not have, or never had, this size")
  public ConsistencyView consistency(
      @PathParam("topic") String topic,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @PathParam("partition")
          String partition,
      @Parameter(
              description = "The size of the earlier tree",
              required = true,
              schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "The size of the later one; the signed size if left out",
              schema = @Schema(type = SchemaType.INTEGER))
          @QueryParam("to")
          @Nullable String to) {
    StoredLog log = log(topic, partition);
    StoredLog.Signed signed = log.signed();
    if (signed == null) {
      throw notSigned();
    }
    List<Violation> violations = new ArrayList<>();
    long larger = to == null ? signed.size() : size("to", to, signed.size(), violations);
    long smaller = size("from", from, larger, violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    TreeReader tree =
        new TreeReader(new TileNodes(new StoredFiles(new LogStore(pool), log), signed.size()));
    ConsistencyProof proof = tree.consistencyProof(smaller, larger);
    return new ConsistencyView(
        smaller,
        base64(tree.root(smaller)),
        larger,
        base64(tree.root(larger)),
        proof.path().stream().map(LogResource::base64).toList());
  }

  private static long size(
      String name, @Nullable String text, long most, List<Violation> violations) {
    if (text != null && text.matches("[0-9]{1,18}") && Long.parseLong(text) <= most) {
      return Long.parseLong(text);
    }
    violations.add(new Violation(name, text, "must be a whole number from 0 to " + most));
    return most;
  }

  private StoredLog log(String topic, String partition) {
    Optional<StoredLog> log =
        partition.matches("[0-9]{1,9}")
            ? new LogStore(pool).log(topic, Integer.parseInt(partition))
            : Optional.empty();
    return log.orElseThrow(
        () ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "there is no log of partition " + partition + " of " + topic));
  }

  static ProblemException notSigned() {
    return new ProblemException(
            ProblemType.UNAVAILABLE, "the log has not been signed so far; it will be")
        .withHeader(HttpHeaders.RETRY_AFTER, "5");
  }

  private static String base64(Hash hash) {
    return Base64.getEncoder().encodeToString(hash.bytes());
  }
}
