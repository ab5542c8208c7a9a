package org.shilian.codes.shop;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.Asked;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.LabelQuery;
import org.shilian.codes.key.KnownOperators;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.Places;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.intake.QueryChecks;

/**
 * The door for shop codes: an operator has one made, anybody who knows the GLN may have it, since
 * it is on the shop's door.
 */
@Path(ShopCodeResource.PATH)
@Tag(name = "codes", description = "Codes to print onto food")
class ShopCodeResource {
  static final String PATH = "/api/v1/codes/gln";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Short, since the name on the label may change. */
  private static final String CACHING = "public, max-age=300";

  private final KnownOperators operators;
  private final ShopGlns glns;
  private final Places places;
  private final Directory directory;
  private final String base;
  private final SecurityIdentity identity;

  ShopCodeResource(
      KnownOperators operators,
      ShopGlns glns,
      Places places,
      Directory directory,
      ResolverConfig resolver,
      SecurityIdentity identity) {
    this.operators = operators;
    this.glns = glns;
    this.places = places;
    this.directory = directory;
    this.base = resolver.baseUri();
    this.identity = identity;
  }

  /** Makes sure that an operator has a GLN. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueShopCode",
      summary = "一店一码: the code of a shop, with a GLN if the operator has none",
      description =
          "A GLN is allocated under the operator's company prefix, else the platform's, and"
              + " registered. One that is registered already is taken as it is, so the same again"
              + " changes nothing.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ShopForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "A GLN was allocated; Location is where the code is",
      content = @Content(schema = @Schema(implementation = ShopCodeView.class)))
  @APIResponse(responseCode = "200", description = "The operator had a GLN")
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "409", description = "The prefix has no GLN left")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> issue(@Nullable ShopForm body) {
    Caller caller = Caller.of(identity);
    return operators
        .writable("/operator", QueryChecks.body(body).operator(), caller)
        .invoke(ShopCodeResource::mustTrade)
        .chain(
            operator ->
                glns.of(operator.uscc(), caller.keyId())
                    .map(
                        has ->
                            issued(
                                ShopCode.of(has.gln(), operator.name(), base), has.allocated())));
  }

  private static Response issued(ShopCode code, boolean allocated) {
    return Response.status(allocated ? 201 : 200)
        .location(URI.create(PATH + "/" + code.gln()))
        .entity(ShopCodeView.of(code))
        .build();
  }

  private static void mustTrade(OperatorCard operator) {
    if (operator.role() == OperatorRole.REGULATOR) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "/operator",
                  operator.uscc().value(),
                  "is an agency; shop codes are for those who trade with food")));
    }
  }

  /**
   * The code of a GLN, in the form that a suffix of the path or else the Accept header asks for.
   */
  @GET
  @Path("{gln}")
  @PermitAll
  @Produces(CodeForm.ONE_TYPES)
  @Operation(
      operationId = "getShopCode",
      summary = "The code of a shop: its Digital Link, its QR symbol, and labels for the door",
      description =
          "The form follows the path's suffix .json, .svg, .png, .pdf or .zpl, else the Accept"
              + " header.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content = @Content(schema = @Schema(implementation = ShopCodeView.class)))
  @APIResponse(responseCode = "404", description = "Nobody is registered with this GLN")
  @APIResponse(responseCode = "409", description = "Several are registered with this GLN")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response code(
      @Parameter(description = "13 digits, perhaps with a suffix", example = "9529999000002")
          @PathParam("gln")
          String path,
      @BeanParam LabelQuery query,
      @Parameter(
              description = "Of PDF and ZPL: how many labels, up to 10000; by default a page full")
          @QueryParam("copies")
          @Nullable String copies,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.ONE);
    Gln gln = QueryChecks.required("gln", asked.name(), Gln::new);
    ShopCode code = ShopCode.of(gln, shopAt(gln), base);
    Object body =
        asked.isReport()
            ? ShopCodeView.of(code)
            : CodeFile.copies(code, asked.form(), query, copies);
    return asked.answer(body, CACHING);
  }

  private String shopAt(Gln gln) {
    Set<Uscc> found = places.at(gln).await().atMost(PATIENCE);
    if (found.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "GLN " + gln + ": nobody is registered with it");
    }
    if (found.size() > 1) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "GLN " + gln + ": " + found.size() + " operators are registered with it");
    }
    return directory.operators(found).await().atMost(PATIENCE).values().stream()
        .map(OperatorCard::name)
        .findFirst()
        .orElse("");
  }
}
