package org.shilian.codes.order;

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
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.FileQuery;
import org.shilian.codes.file.Picture;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.intake.QueryChecks;
import org.shilian.registry.order.OrderBook;
import org.shilian.registry.order.OrderRecord;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemKeys;

/** The door for order codes: issue a roll, have its codes, ask what became of one. */
@Path(OrderResource.PATH)
@Tag(name = "codes", description = "Codes to print onto food")
class OrderResource {
  static final String PATH = "/api/v1/codes/orders";

  private final OrderIssue issue;
  private final OrderRollStore rolls;
  private final OrderBook book;
  private final OrderFiles files;
  private final ItemKeys keys;
  private final SecurityIdentity identity;
  private final String base;

  OrderResource(
      OrderIssue issue,
      OrderRollStore rolls,
      OrderBook book,
      OrderFiles files,
      ItemKeys keys,
      SecurityIdentity identity,
      ResolverConfig resolver) {
    this.issue = issue;
    this.rolls = rolls;
    this.book = book;
    this.files = files;
    this.keys = keys;
    this.identity = identity;
    this.base = resolver.baseUri();
  }

  /** Issues a roll. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueOrderCodes",
      summary = "Issue order codes: for a delivery, or a roll of seals for takeaway meals",
      description =
          "They are issued ahead. A SHIP that names one as its orderCode says what the delivery is;"
              + " a SEAL says what the meal is. The same request again issues another roll.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = OrderForm.class),
              examples = {
                @ExampleObject(name = "a roll of seals", value = OrderExamples.ROLL),
                @ExampleObject(name = "one delivery", value = OrderExamples.DELIVERY)
              }))
  @APIResponse(
      responseCode = "201",
      description = "Issued; Location is where the codes are",
      content = @Content(schema = @Schema(implementation = OrderRollView.class)))
  @APIResponse(responseCode = "403", description = "The operator is another one")
  @APIResponse(responseCode = "409", description = "The operator's numbers are used up")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  @APIResponse(
      responseCode = "503",
      description = "No key for codes or no company prefix is configured")
  public Uni<Response> issue(@Nullable OrderForm form) {
    Caller caller = Caller.of(identity);
    return issue
        .issue(QueryChecks.body(form).check(caller), caller)
        .map(
            roll ->
                Response.created(URI.create(OrderRollView.path(roll.id())))
                    .entity(view(roll))
                    .build());
  }

  /** A roll, or its codes as a stream. */
  @GET
  @Path("rolls/{roll}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.MANY_TYPES)
  @Operation(
      operationId = "getOrderCodes",
      summary = "A roll of order codes, as a report or code by code",
      description =
          "The form follows the path's suffix .json, .csv, .ndjson, .pdf (labels), .zpl (labels) or"
              + " .zip (QR symbols as SVG), else the Accept header. A regulator has the report.")
  @APIResponse(
      responseCode = "200",
      description = "The roll; or its codes, sent as they are made",
      content = @Content(schema = @Schema(implementation = OrderRollView.class)))
  @APIResponse(responseCode = "403", description = "The roll is another operator's")
  @APIResponse(responseCode = "404", description = "There is no such roll")
  @APIResponse(responseCode = "410", description = "No codes: the key was withdrawn")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response codes(
      @Parameter(
              description = "Id of the roll, perhaps with a suffix",
              example = "019ab9d2-7b5c-7000-8000-000000000001")
          @PathParam("roll")
          String path,
      @BeanParam FileQuery query,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.MANY);
    OrderRoll roll = roll(asked.name());
    if (asked.isReport()) {
      mayRead(roll.operator());
      return asked.answer(view(roll));
    }
    Caller.of(identity).mustBe(roll.operator());
    return asked.download(files.file(roll, asked.form(), query), roll.type() + "-" + roll.id());
  }

  /** A code: what became of it, or its symbol. */
  @GET
  @Path("{gdti}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.SYMBOL_TYPES)
  @Operation(
      operationId = "getOrderCode",
      summary = "An order code: what the events made of it, or the QR symbol as SVG or PNG",
      description =
          "For its owner, regulators and admins. The form follows the path's suffix .json, .svg or"
              + " .png, else the Accept header.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content = @Content(schema = @Schema(implementation = OrderCodeView.class)))
  @APIResponse(responseCode = "403", description = "The code is another operator's")
  @APIResponse(responseCode = "404", description = "No such code was issued here")
  public Uni<Response> code(
      @Parameter(
              description = "The GDTI with its serial, perhaps with a suffix",
              example = "9521199000004044G14HPJWCDBPFS1")
          @PathParam("gdti")
          String path,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.SYMBOL);
    return book.find(gdti(asked.name()))
        .onItem()
        .ifNull()
        .failWith(() -> unknown(asked.name()))
        .map(record -> asked.answer(body(record, asked)));
  }

  private Object body(OrderRecord record, Asked asked) {
    mayRead(record.code().owner());
    OrderCodeView view = OrderCodeView.of(record, base);
    return asked.isReport() ? view : Picture.ofSymbol(view.symbolText(), asked.form());
  }

  private void mayRead(Uscc owner) {
    Caller caller = Caller.of(identity);
    if (caller.role() != Caller.Role.REGULATOR) {
      caller.mustBe(owner);
    }
  }

  private OrderRollView view(OrderRoll roll) {
    ItemKey key = keys.get(roll.keyId());
    return OrderRollView.of(roll, key == null ? null : OrderCodes.first(roll, key), base);
  }

  private OrderRoll roll(String id) {
    OrderRoll roll = null;
    try {
      roll = rolls.find(UUID.fromString(id)).await().atMost(OrderFiles.PATIENCE);
    } catch (IllegalArgumentException e) {
      // no UUID, so the id of no roll
    }
    if (roll == null) {
      throw new ProblemException(ProblemType.NOT_FOUND, "no roll of order codes has the id " + id);
    }
    return roll;
  }

  private static Gdti gdti(String text) {
    try {
      return new Gdti(text);
    } catch (Gs1Exception e) {
      throw unknown(text);
    }
  }

  private static ProblemException unknown(String code) {
    return new ProblemException(
        ProblemType.NOT_FOUND, "order code " + code + ": was not issued here");
  }
}
