package org.shilian.codes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.Asked;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.Picture;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Date;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.intake.QueryChecks;

/**
 * Batch codes: issued to whose batch it is, and drawn for anybody who knows the batch, since there
 * is nothing in them that the food's label hides.
 */
@Path(BatchCodeResource.PATH)
@Tag(name = "codes", description = "Codes to print onto food")
public class BatchCodeResource {

  static final String PATH = "/api/v1/codes/batch";

  /** Short, because a voided batch's code should not be printed for long. */
  private static final String CACHING = "public, max-age=300";

  private final BatchIssue issue;
  private final BatchStore batches;
  private final AnnouncementStore announcements;
  private final SecurityIdentity identity;
  private final Clock clock;
  private final String base;
  private final ObjectMapper json;

  BatchCodeResource(
      BatchIssue issue,
      BatchStore batches,
      AnnouncementStore announcements,
      SecurityIdentity identity,
      Clock clock,
      ResolverConfig resolver,
      ObjectMapper json) {
    this.issue = issue;
    this.batches = batches;
    this.announcements = announcements;
    this.identity = identity;
    this.clock = clock;
    this.base = resolver.baseUri();
    this.json = json;
  }

  /** Issues a code. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueBatchCode",
      summary = "Issue the code of a batch, perhaps with its last day for tills",
      description =
          "For who owns the product or made the lot. A batch that nobody has recorded making yet is"
              + " announced, so that its packages can be printed; the product's owner may. A last"
              + " day has to be the one on record.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = BatchForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "Issued; Location is where the code is",
      content = @Content(schema = @Schema(implementation = BatchCode.class)))
  @APIResponse(responseCode = "403", description = "Neither product nor lot are the operator's")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> issue(@Nullable BatchForm form) {
    Caller caller = Caller.of(identity);
    return issue
        .issue(QueryChecks.body(form).check(), caller)
        .map(code -> Response.created(URI.create(code.href())).entity(code).build());
  }

  /**
   * The code of a batch, in the form that a suffix of the path or else the Accept header asks for.
   *
   * @param rawLot percent-encoded, with or without suffix
   */
  @GET
  @Path("{gtin}/{lot}")
  @PermitAll
  @Produces(CodeForm.SYMBOL_TYPES)
  @Operation(
      operationId = "getBatchCode",
      summary = "The code of a batch: its Digital Link, and the QR symbol as SVG or PNG",
      description =
          "The form follows the path's suffix .json, .svg or .png, else the Accept header. For a"
              + " lot whose own number ends in such a suffix, append another.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content = @Content(schema = @Schema(implementation = BatchCode.class)))
  @APIResponse(responseCode = "304", description = "The code is still the one of the ETag")
  @APIResponse(responseCode = "400", description = "GTIN or lot is wrong")
  @APIResponse(
      responseCode = "404",
      description = "Nobody has recorded making this batch, nor announced it")
  @APIResponse(responseCode = "410", description = "The record of making this batch was voided")
  @APIResponse(responseCode = "422", description = "The last day is none, or not the one on record")
  public Uni<Response> code(
      @Parameter(description = "GTIN of 8, 12, 13 or 14 digits", example = "09521234000013")
          @PathParam("gtin")
          String gtin,
      @Parameter(
              description = "Lot number, percent-encoded, perhaps with a suffix",
              example = "20261101-1")
          @PathParam("lot")
          @Encoded
          String rawLot,
      @Parameter(
              description =
                  "The lot's last day as YYMMDD, AI (17): then the code says it, so that a till can"
                      + " refuse it",
              example = "261201")
          @QueryParam("17")
          @Nullable String expiry,
      @Context Request request) {
    Asked asked = Asked.of(rawLot, request, CodeForm.SYMBOL);
    BatchCode code = code(gtin, asked.name(), lastDay(expiry));
    return batches
        .batch(new Gtin(code.gtin()), new Lot(code.lot()))
        .chain(
            batch ->
                switch (batch.state()) {
                  case MADE -> Uni.createFrom().item(onRecord(code, batch.expires()));
                  case VOIDED ->
                      throw refusal(ProblemType.GONE, code, "the record of making it was voided");
                  case NOT_MADE -> announced(code);
                })
        .map(known -> answer(known, asked, request));
  }

  private Uni<BatchCode> announced(BatchCode code) {
    return announcements
        .find(new Gtin(code.gtin()), new Lot(code.lot()))
        .map(
            announced -> {
              if (announced == null) {
                throw refusal(ProblemType.NOT_FOUND, code, "nobody has recorded making it");
              }
              return onRecord(code, announced.expires()).asAnnounced();
            });
  }

  private static BatchCode onRecord(BatchCode code, @Nullable LocalDate expires) {
    LastDay.check("17", code.expirationDate(), expires);
    return code;
  }

  private @Nullable LocalDate lastDay(@Nullable String expiry) {
    return QueryChecks.optional("17", expiry, digits -> Gs1Date.read(digits, Year.now(clock)));
  }

  private BatchCode code(String gtin, String rawLot, @Nullable LocalDate expiry) {
    try {
      Gtin product = Gtin.parse(gtin);
      return BatchCode.of(product, lot(product, rawLot), expiry, base);
    } catch (Gs1Exception e) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          String.valueOf(e.getMessage()),
          List.of(new Violation(e.what(), e.value(), e.rule())));
    }
  }

  private static Lot lot(Gtin product, String raw) {
    return raw.isEmpty()
        ? new Lot(raw)
        : new Lot(
            DigitalLink.parse("/01/" + product + "/10/" + raw).qualifiers().getOrDefault("10", ""));
  }

  private Response answer(BatchCode code, Asked asked, Request request) {
    byte[] body = asked.isReport() ? json(code) : Picture.ofSymbol(code.symbolText(), asked.form());
    EntityTag tag = new EntityTag(digest(body));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged == null ? Response.ok(body, asked.form().mediaType()) : unchanged;
    response.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHING);
    if (asked.negotiated()) {
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    return response.build();
  }

  private byte[] json(BatchCode code) {
    try {
      return json.writeValueAsBytes(code);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings is always JSON", e);
    }
  }

  private static ProblemException refusal(ProblemType type, BatchCode code, String reason) {
    return new ProblemException(
            type, "batch " + code.lot() + " of product " + code.gtin() + ": " + reason)
        .withHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private static String digest(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
