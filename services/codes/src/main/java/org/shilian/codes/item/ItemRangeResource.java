package org.shilian.codes.item;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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
import org.shilian.codes.BatchStore;
import org.shilian.codes.file.Asked;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.FileQuery;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
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
  private final ItemRanges report;
  private final ItemUseStore uses;
  private final SecurityIdentity identity;

  ItemRangeResource(
      ItemRangeIssue issue,
      ItemRangeStore ranges,
      ItemCheck check,
      BatchStore batches,
      ItemFiles files,
      ItemRanges report,
      ItemUseStore uses,
      SecurityIdentity identity) {
    this.issue = issue;
    this.ranges = ranges;
    this.check = check;
    this.batches = batches;
    this.files = files;
    this.report = report;
    this.uses = uses;
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
                    .entity(ItemRangeView.of(range, BatchStore.State.MADE, null))
                    .build());
  }

  /** Checks a code, or lists ranges. */
  @GET
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "findItemCodes",
      summary = "Whether an item code is genuine, and what happened to it; or the ranges issued",
      description =
          "With code, that code is checked; one that names no lot is looked up in the range that"
              + " its serial would belong to. Without, the answer is a page of ranges with what was"
              + " done with their codes: an enterprise's own, or for regulators and admins"
              + " everybody's.")
  @APIResponse(
      responseCode = "200",
      description = "With code: what was found, also of a forged one. Without: a page of ranges",
      content = @Content(schema = @Schema(oneOf = {ItemCheckView.class, ItemRangePage.class})))
  @APIResponse(responseCode = "403", description = "The operator is another one")
  @APIResponse(
      responseCode = "422",
      description = "This is no item code, or a parameter is wrong; violations names it")
  public Uni<Response> find(
      @Parameter(
              description = "A Digital Link URI or an element string, as scanned",
              example = "(01)09521234000013(10)20261101-1(21)044G14HPJWCDBPFS")
          @QueryParam("code")
          @Nullable String code,
      @Parameter(description = "Only ranges of this product", example = "09521234000013")
          @QueryParam("gtin")
          @Nullable String gtin,
      @Parameter(description = "Only ranges of this lot", example = "20261101-1") @QueryParam("lot")
          @Nullable String lot,
      @Parameter(description = "Only ranges of this operator", example = "91331122MA2E0K0T09")
          @QueryParam("operator")
          @Nullable String operator,
      @Parameter(description = "The next of an earlier page") @QueryParam("cursor")
          @Nullable String cursor,
      @Parameter(description = "How many ranges at most, 1 to 100, default 20") @QueryParam("limit")
          @Nullable String limit) {
    if (code != null) {
      return check.check(code).map(found -> Response.ok(found).build());
    }
    ItemRangeQuery query =
        ItemRangeQuery.of(Caller.of(identity), operator, gtin, lot, cursor, limit);
    return report.page(query).map(page -> Response.ok(page).build());
  }

  /** Voids codes of a range. */
  @POST
  @Path("{range}/void")
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "voidItemCodes",
      summary = "Void item codes of a range: single ones, a stretch, or all",
      description =
          "From then on their page says so, and no file has them. It cannot be taken back; codes"
              + " that are voided already stay so.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ItemVoidForm.class),
              examples = {
                @ExampleObject(name = "a stretch", value = ItemExamples.VOID_STRETCH),
                @ExampleObject(name = "single codes", value = ItemExamples.VOID_SERIALS)
              }))
  @APIResponse(
      responseCode = "200",
      description = "Voided; the range as it is now",
      content = @Content(schema = @Schema(implementation = ItemRangeView.class)))
  @APIResponse(responseCode = "403", description = "The range is another operator's")
  @APIResponse(responseCode = "404", description = "There is no such range")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public ItemRangeView voidCodes(
      @Parameter(description = "Id of the range", example = "019ab9d2-7b5c-7000-8000-000000000001")
          @PathParam("range")
          String id,
      @Nullable ItemVoidForm form) {
    ItemRange range = range(id);
    Caller caller = Caller.of(identity);
    caller.mustBe(range.operator());
    return report
        .voidCodes(range, QueryChecks.body(form), caller)
        .await()
        .atMost(ItemFiles.PATIENCE);
  }

  /**
   * A range, or its codes as a stream, in the form that a suffix of the path or else the Accept
   * header asks for.
   */
  @GET
  @Path("{range}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.MANY_TYPES)
  @Operation(
      operationId = "getItemCodes",
      summary = "A range of item codes, as a report or code by code",
      description =
          "The form follows the path's suffix .json, .csv, .ndjson, .pdf (labels), .zpl (labels) or"
              + " .zip (QR symbols as SVG, up to 100000 in one), else the Accept header. Codes that"
              + " were sent before are sent again only with a reason, and counted as a reprint."
              + " Voided codes are left out. A regulator has the report.")
  @APIResponse(
      responseCode = "200",
      description = "The range; or its codes, sent as they are made",
      content = @Content(schema = @Schema(implementation = ItemRangeView.class)))
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
      @BeanParam FileQuery query,
      @Parameter(
              description = "Why codes that were sent before are sent again, up to 200 characters",
              example = "printer jammed")
          @QueryParam("reason")
          @Nullable String reason,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.MANY);
    ItemRange range = range(asked.name());
    return asked.isReport()
        ? asked.answer(report(range))
        : asked.download(
            file(range, asked.form(), query, reason, request), range.gtin() + "-" + range.lot());
  }

  private ItemRangeView report(ItemRange range) {
    Caller caller = Caller.of(identity);
    if (caller.role() != Caller.Role.REGULATOR) {
      caller.mustBe(range.operator());
    }
    return report.report(range).await().atMost(ItemFiles.PATIENCE);
  }

  /** The codes as a file; a request for the headers alone counts as no print. */
  private CodeFile file(
      ItemRange range, CodeForm form, FileQuery query, @Nullable String reason, Request request) {
    Caller caller = Caller.of(identity);
    caller.mustBe(range.operator());
    BatchStore.Batch batch =
        batches.batch(range.gtin(), range.lot()).await().atMost(ItemFiles.PATIENCE);
    List<ItemVoidForm.Stretch> voided = uses.voided(range.id()).await().atMost(ItemFiles.PATIENCE);
    CodeFile file = files.file(range, batch, voided, form, query);
    if (!request.getMethod().equals(HttpMethod.HEAD)) {
      uses.print(range, query.part(range.count()), form, reason(reason), caller.keyId())
          .await()
          .atMost(ItemFiles.PATIENCE);
    }
    return file;
  }

  private static @Nullable String reason(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : QueryChecks.required("reason", text.strip(), ItemRangeResource::line);
  }

  private static String line(String text) {
    if (text.codePointCount(0, text.length()) > ItemVoidForm.LONGEST_REASON) {
      throw new IllegalArgumentException(
          "is longer than " + ItemVoidForm.LONGEST_REASON + " characters");
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
      throw new IllegalArgumentException("has characters that are not of a line of text");
    }
    return text;
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
    return range;
  }
}
