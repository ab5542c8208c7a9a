package org.shilian.codes.item;

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
import java.util.List;
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
import org.shilian.codes.BatchStore;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.QueryChecks;

/** The door for item codes: issue a range, have its codes, check one. */
@Path(ItemRangeResource.PATH)
@Tag(name = "codes", description = "Codes to print onto food")
class ItemRangeResource {
  static final String PATH = "/api/v1/codes/items";

  private final ItemRangeIssue issue;
  private final ItemRangeStore ranges;
  private final ItemCheck check;
  private final BatchStore batches;
  private final ItemFiles files;
  private final SecurityIdentity identity;

  ItemRangeResource(
      ItemRangeIssue issue,
      ItemRangeStore ranges,
      ItemCheck check,
      BatchStore batches,
      ItemFiles files,
      SecurityIdentity identity) {
    this.issue = issue;
    this.ranges = ranges;
    this.check = check;
    this.batches = batches;
    this.files = files;
    this.identity = identity;
  }

  /** Issues a range. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueItemCodes",
      summary = "Issue item codes, one for each package of a lot",
      description =
          "The lot has to be made already. An enterprise issues for its own products. The same"
              + " request again issues another range.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ItemRangeForm.class),
              examples = @ExampleObject(name = "a thousand", value = ItemExamples.ORDER)))
  @APIResponse(
      responseCode = "201",
      description = "Issued; Location is where the codes are",
      content = @Content(schema = @Schema(implementation = ItemRangeView.class)))
  @APIResponse(responseCode = "403", description = "The product is another operator's")
  @APIResponse(
      responseCode = "409",
      description = "The product's serials under this key are used up")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  @APIResponse(responseCode = "503", description = "No key for item codes is configured")
  public Uni<Response> issue(@Nullable ItemRangeForm form) {
    Caller caller = Caller.of(identity);
    return issue
        .issue(QueryChecks.body(form).check(), caller)
        .map(
            range ->
                Response.created(URI.create(ItemRangeView.path(range.id())))
                    .entity(ItemRangeView.of(range, BatchStore.State.MADE))
                    .build());
  }

  /** Checks a code. */
  @GET
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "checkItemCode",
      summary = "Whether an item code is genuine, and of which range and lot",
      description =
          "A code that names no lot is looked up in the range that its serial would belong to.")
  @APIResponse(
      responseCode = "200",
      description = "What was found, also of a forged code",
      content = @Content(schema = @Schema(implementation = ItemCheckView.class)))
  @APIResponse(responseCode = "422", description = "This is no item code")
  public Uni<ItemCheckView> check(
      @Parameter(
              required = true,
              description = "A Digital Link URI or an element string, as scanned",
              example = "(01)09521234000013(10)20261101-1(21)044G14HPJWCDBPFS")
          @QueryParam("code")
          @Nullable String code) {
    if (code == null || code.isEmpty()) {
      throw ProblemException.invalid(List.of(new Violation("code", code, "is required")));
    }
    return check.check(code);
  }

  /**
   * A range, or its codes as a stream, in the form that a suffix of the path or else the Accept
   * header asks for.
   */
  @GET
  @Path("{range}")
  @RolesAllowed({"enterprise", "admin"})
  @Produces({
    MediaType.APPLICATION_JSON,
    ItemFormat.TEXT_CSV,
    ItemFormat.APPLICATION_NDJSON,
    ItemFormat.APPLICATION_PDF,
    ItemFormat.APPLICATION_ZPL,
    ItemFormat.APPLICATION_ZIP
  })
  @Operation(
      operationId = "getItemCodes",
      summary = "A range of item codes, as a report or code by code",
      description =
          "The form follows the path's suffix .json, .csv, .ndjson, .pdf (labels), .zpl (labels) or"
              + " .zip (QR symbols as SVG, up to 100000 in one), else the Accept header.")
  @APIResponse(
      responseCode = "200",
      description = "The range; or its codes, sent as they are made",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ItemRangeView.class)),
        @Content(
            mediaType = ItemFormat.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "one code", value = ItemExamples.CSV)),
        @Content(
            mediaType = ItemFormat.APPLICATION_NDJSON,
            schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = ItemFormat.APPLICATION_PDF,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = ItemFormat.APPLICATION_ZPL,
            schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = ItemFormat.APPLICATION_ZIP,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "403", description = "The range is another operator's")
  @APIResponse(responseCode = "404", description = "There is no such range")
  @APIResponse(
      responseCode = "410",
      description = "No codes: the record of making the lot was voided, or the key was withdrawn")
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
                  "Of PDF and ZPL: labels of a roll in mm, 50x30 (the default), 60x40, 80x50,"
                      + " 100x70 or 100x150; of PDF also a sheet, a4-8, a4-14, a4-21 or a4-24")
          @QueryParam("label")
          @Nullable String label,
      @Parameter(
              description = "Of PDF and ZPL: the printer's dots per inch, 203 (the default) or 300")
          @QueryParam("dpi")
          @Nullable String dpi,
      @Context Request request) {
    ItemFormat asked = ItemFormat.ofSuffix(path);
    ItemFormat format = asked == null ? ItemFormat.negotiated(request) : asked;
    ItemRange range =
        range(asked == null ? path : path.substring(0, path.length() - asked.suffix().length()));
    BatchStore.Batch batch =
        batches.batch(range.gtin(), range.lot()).await().atMost(ItemFiles.PATIENCE);
    Response.ResponseBuilder response =
        format == ItemFormat.JSON
            ? Response.ok(ItemRangeView.of(range, batch.state()))
            : Response.ok(
                    files.stream(range, batch, format, new Selection(from, count, label, dpi)))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + name(range, format) + "\"");
    if (asked == null) {
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    return response.type(format.mediaType()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private ItemRange range(String id) {
    ItemRange range = null;
    try {
      range = ranges.find(UUID.fromString(id)).await().atMost(ItemFiles.PATIENCE);
    } catch (IllegalArgumentException e) {
      // no UUID, so the id of no range
    }
    if (range == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "no range of item codes has the id " + id);
    }
    Caller.of(identity).mustBe(range.operator());
    return range;
  }

  private static String name(ItemRange range, ItemFormat format) {
    return range.gtin() + "-" + range.lot() + format.suffix();
  }
}
