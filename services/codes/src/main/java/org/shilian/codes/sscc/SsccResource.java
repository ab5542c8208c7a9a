package org.shilian.codes.sscc;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.LabelStock;
import org.shilian.codes.file.Part;
import org.shilian.codes.key.KnownOperators;
import org.shilian.codes.print.PrintForm;
import org.shilian.codes.print.PrintRun;
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
  @Produces({
    MediaType.APPLICATION_JSON,
    PrintForm.TEXT_CSV,
    PrintForm.APPLICATION_NDJSON,
    PrintForm.APPLICATION_PDF,
    PrintForm.APPLICATION_ZPL,
    PrintForm.APPLICATION_ZIP
  })
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
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = SsccRangeView.class)),
        @Content(
            mediaType = PrintForm.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "one code",
                    value =
                        "digitalLink,sscc\nhttps://id.gs1.org/00/095212340000000013,095212340000000013\n")),
        @Content(
            mediaType = PrintForm.APPLICATION_NDJSON,
            schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = PrintForm.APPLICATION_PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PrintForm.APPLICATION_ZPL, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = PrintForm.APPLICATION_ZIP,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "403", description = "The range is another operator's")
  @APIResponse(responseCode = "404", description = "There is no such range")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response codes(
      @Parameter(
              description = "Id of the range, perhaps with a suffix",
              example = "019ab9d2-7b5c-7000-8000-000000000001")
          @PathParam("range")
          String path,
      @Parameter(description = "How many codes of the range to leave out first, default 0")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "How many codes to send, default all that are left")
          @QueryParam("count")
          @Nullable String count,
      @Parameter(
              description =
                  "Of PDF and ZPL: labels of a roll in mm, 100x150 (the default) or 100x70; of PDF"
                      + " also the sheet a4-8")
          @QueryParam("label")
          @Nullable String label,
      @Parameter(
              description = "Of PDF and ZPL: the printer's dots per inch, 203 (the default) or 300")
          @QueryParam("dpi")
          @Nullable String dpi,
      @Context Request request) {
    PrintForm.Asked asked = PrintForm.asked(path, request, PrintForm.MANY);
    SsccRange range = range(asked.name());
    if (asked.form() == PrintForm.JSON) {
      return answer(asked, Response.ok(SsccRangeView.of(range)));
    }
    Part part = Part.of(from, count, range.count());
    LabelStock stock = stock(asked.form(), label, dpi);
    SsccCodes codes = new SsccCodes(range, part, name(range.operator()), base);
    if (asked.form() == PrintForm.ZIP) {
      PrintRun.mustFitZip(part.count());
    }
    if (asked.form() == PrintForm.PDF || asked.form() == PrintForm.ZPL) {
      PrintRun.mustFit(
          SsccCode.of(range.sscc(part.from()), name(range.operator()), base), stock, label);
    }
    return answer(
        asked,
        Response.ok(new PrintRun(SsccCode.COLUMNS, codes, stock).as(asked.form()))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"sscc-" + range.sscc(0) + asked.form().suffix() + "\""));
  }

  /** One code, in the form that a suffix of the path or else the Accept header asks for. */
  @GET
  @Path("{sscc}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces({
    MediaType.APPLICATION_JSON,
    PrintForm.IMAGE_SVG,
    PrintForm.IMAGE_PNG,
    PrintForm.APPLICATION_PDF,
    PrintForm.APPLICATION_ZPL
  })
  @Operation(
      operationId = "getSscc",
      summary = "One SSCC: its Digital Link, its QR symbol, and its label",
      description =
          "The form follows the path's suffix .json, .svg, .png (the QR symbol), .pdf or .zpl (the"
              + " label with a GS1-128 beside it), else the Accept header.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = SsccView.class)),
        @Content(mediaType = PrintForm.IMAGE_SVG, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = PrintForm.IMAGE_PNG,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = PrintForm.APPLICATION_PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PrintForm.APPLICATION_ZPL, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "403", description = "It was issued for another operator")
  @APIResponse(responseCode = "404", description = "It was not issued here")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response code(
      @Parameter(description = "18 digits, perhaps with a suffix", example = "095212340000000013")
          @PathParam("sscc")
          String path,
      @Parameter(description = "Of PDF and ZPL: as of a range") @QueryParam("label")
          @Nullable String label,
      @Parameter(description = "Of PDF and ZPL: as of a range") @QueryParam("dpi")
          @Nullable String dpi,
      @Context Request request) {
    PrintForm.Asked asked = PrintForm.asked(path, request, PrintForm.ONE);
    Sscc sscc = QueryChecks.required("sscc", asked.name(), Sscc::new);
    SsccRange range = ranges.covering(sscc).await().atMost(PATIENCE);
    if (range == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "SSCC " + sscc + ": was not issued here");
    }
    KnownOperators.mustRead(Caller.of(identity), range.operator());
    SsccCode code = SsccCode.of(sscc, name(range.operator()), base);
    if (asked.form() == PrintForm.JSON) {
      return answer(asked, Response.ok(SsccView.of(code, range)));
    }
    LabelStock stock = stock(asked.form(), label, dpi);
    PrintRun.mustFit(code, stock, label);
    PrintRun run = new PrintRun(SsccCode.COLUMNS, List.of(code).iterator(), stock);
    return answer(asked, Response.ok(run.as(asked.form())));
  }

  private static Response answer(PrintForm.Asked asked, Response.ResponseBuilder response) {
    if (asked.negotiated()) {
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    return response
        .type(asked.form().mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static LabelStock stock(PrintForm form, @Nullable String label, @Nullable String dpi) {
    return LabelStock.of(label, dpi, form == PrintForm.PDF, LabelStock.LOGISTIC);
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
