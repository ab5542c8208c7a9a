package org.shilian.codes.sscc;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.Asked;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.FileQuery;
import org.shilian.codes.file.LabelQuery;
import org.shilian.codes.file.Part;
import org.shilian.codes.key.KnownOperators;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.intake.QueryChecks;

/** The door for SSCCs: issue a range, have its codes, have one. */
@Path(SsccResource.PATH)
@Tag(name = "codes", description = "Codes to print onto food")
class SsccResource {
  static final String PATH = "/api/v1/codes/sscc";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KnownOperators operators;
  private final SsccStore ranges;
  private final Directory directory;
  private final String base;
  private final SecurityIdentity identity;

  SsccResource(
      KnownOperators operators,
      SsccStore ranges,
      Directory directory,
      ResolverConfig resolver,
      SecurityIdentity identity) {
    this.operators = operators;
    this.ranges = ranges;
    this.directory = directory;
    this.base = resolver.baseUri();
    this.identity = identity;
  }

  /** Issues a range. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueSsccs",
      summary = "Issue SSCCs, one for each box or pallet",
      description =
          "Under the operator's company prefix, else the platform's. The same request again issues"
              + " others; a number is never given out twice.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SsccForm.class),
              examples =
                  @ExampleObject(
                      name = "a sheet",
                      value = "{\"count\": 24, \"extensionDigit\": 0}")))
  @APIResponse(
      responseCode = "201",
      description = "Issued; Location is where the codes are",
      content = @Content(schema = @Schema(implementation = SsccRangeView.class)))
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "409", description = "The prefix has no room for so many")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> issue(@Nullable SsccForm body) {
    Caller caller = Caller.of(identity);
    SsccForm form = QueryChecks.body(body);
    SsccForm.Checked wanted = form.check();
    return operators
        .writable("/operator", form.operator(), caller)
        .chain(operator -> ranges.issue(wanted, operator.uscc(), caller.keyId()))
        .map(
            range ->
                Response.created(URI.create(SsccRangeView.path(range.id())))
                    .entity(SsccRangeView.of(range))
                    .build());
  }

  /**
   * A range, or its codes as a stream, in the form that a suffix of the path or else the Accept
   * header asks for.
   */
  @GET
  @Path("ranges/{range}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.MANY_TYPES)
  @Operation(
      operationId = "getSsccs",
      summary = "A range of SSCCs, as a report or code by code",
      description =
          "The form follows the path's suffix .json, .csv, .ndjson, .pdf (labels with a GS1-128"
              + " beside the QR symbol), .zpl (the same) or .zip (QR symbols as SVG, up to 100000"
              + " in one), else the Accept header.")
  @APIResponse(
      responseCode = "200",
      description = "The range; or its codes, sent as they are made",
      content = @Content(schema = @Schema(implementation = SsccRangeView.class)))
  @APIResponse(responseCode = "403", description = "The range is another operator's")
  @APIResponse(responseCode = "404", description = "There is no such range")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response codes(
      @Parameter(
              description = "Id of the range, perhaps with a suffix",
              example = "019ab9d2-7b5c-7000-8000-000000000001")
          @PathParam("range")
          String path,
      @BeanParam FileQuery query,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.MANY);
    SsccRange range = range(asked.name());
    if (asked.isReport()) {
      return asked.answer(SsccRangeView.of(range));
    }
    Part part = query.part(range.count());
    SsccCodeSource source = new SsccCodeSource(range, name(range.operator()), base);
    return asked.download(
        CodeFile.many(source, asked.form(), part, query), "sscc-" + range.sscc(0));
  }

  /** One code, in the form that a suffix of the path or else the Accept header asks for. */
  @GET
  @Path("{sscc}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.ONE_TYPES)
  @Operation(
      operationId = "getSscc",
      summary = "One SSCC: its Digital Link, its QR symbol, and its label",
      description =
          "The form follows the path's suffix .json, .svg, .png (the QR symbol), .pdf or .zpl (the"
              + " label with a GS1-128 beside it), else the Accept header.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content = @Content(schema = @Schema(implementation = SsccView.class)))
  @APIResponse(responseCode = "403", description = "It was issued for another operator")
  @APIResponse(responseCode = "404", description = "It was not issued here")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response code(
      @Parameter(description = "18 digits, perhaps with a suffix", example = "095212340000000013")
          @PathParam("sscc")
          String path,
      @BeanParam LabelQuery query,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.ONE);
    Sscc sscc = QueryChecks.required("sscc", asked.name(), Sscc::new);
    SsccRange range = ranges.covering(sscc).await().atMost(PATIENCE);
    if (range == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "SSCC " + sscc + ": was not issued here");
    }
    KnownOperators.mustRead(Caller.of(identity), range.operator());
    SsccCode code = SsccCode.of(sscc, name(range.operator()), base);
    return asked.answer(
        asked.isReport() ? SsccView.of(code, range) : CodeFile.one(code, asked.form(), query));
  }

  private SsccRange range(String id) {
    SsccRange range = null;
    try {
      range = ranges.find(UUID.fromString(id)).await().atMost(PATIENCE);
    } catch (IllegalArgumentException e) {
      // no UUID, so the id of no range
    }
    if (range == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "no range of SSCCs has the id " + id);
    }
    KnownOperators.mustRead(Caller.of(identity), range.operator());
    return range;
  }

  private String name(Uscc operator) {
    OperatorCard card =
        directory.operators(Set.of(operator)).await().atMost(PATIENCE).get(operator);
    return card == null ? "" : card.name();
  }
}
