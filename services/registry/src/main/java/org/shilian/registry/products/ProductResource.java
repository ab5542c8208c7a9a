package org.shilian.registry.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Differences;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.ImportReport;
import org.shilian.registry.intake.JsonDocument;
import org.shilian.registry.intake.Outcome;
import org.shilian.registry.intake.PageRequest;
import org.shilian.registry.intake.Place;
import org.shilian.registry.intake.QueryChecks;
import org.shilian.registry.intake.Refusal;
import org.shilian.registry.intake.TextBody;

/** The door for products. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products", description = "What is traded")
class ProductResource {
  private static final int MAX_AT_ONCE = 5000;

  private final ProductStore store;
  private final ObjectMapper mapper;
  private final SecurityIdentity identity;
  private final Clock clock;

  ProductResource(ProductStore store, ObjectMapper mapper, SecurityIdentity identity, Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.identity = identity;
    this.clock = clock;
  }

  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerProducts",
      summary = "Register products",
      description =
          "One product, or an array of up to 5000 of which all or none are registered. The same"
              + " again changes nothing. An enterprise registers its own.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(oneOf = {ProductForm.class, ProductForm[].class}),
              examples = @ExampleObject(name = "one", value = ProductExamples.ONE)))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(oneOf = {ProductView.class, ProductView[].class})))
  @APIResponse(responseCode = "200", description = "All of it was registered already")
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "409", description = "Registered with other content")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> register(@Nullable JsonNode body) {
    Caller caller = Caller.of(identity);
    JsonDocument document = new JsonDocument(body, mapper, MAX_AT_ONCE);
    List<Draft<Product>> drafts =
        document.drafts(
            ProductForm.class, (form, place) -> form.check(place, caller, clock.instant()));
    return store.register(drafts, true).map(registered -> answer(document.single(), registered));
  }

  private static Response answer(boolean single, ProductStore.Registered registered) {
    List<ProductView> views =
        registered.outcomes().stream()
            .map(outcome -> Objects.requireNonNull(outcome.value()))
            .map(product -> product.view(registered.categories().highRisk(product.category())))
            .toList();
    Response.ResponseBuilder response =
        Response.status(Outcome.anyCreated(registered.outcomes()) ? 201 : 200)
            .entity(single ? views.get(0) : views);
    if (single) {
      response.location(URI.create("/api/v1/products/" + views.get(0).gtin()));
    }
    return response.build();
  }

  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes("text/csv")
  @Operation(
      operationId = "importProducts",
      summary = "Import products from CSV",
      description = "A header line, then up to 5000 products; every line fares for itself.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "csv", value = ProductExamples.CSV)))
  @APIResponse(
      responseCode = "200",
      description = "How every line fared",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(responseCode = "422", description = "No line could be registered")
  public Uni<ImportReport> importCsv(
      byte @Nullable [] body, @Parameter(hidden = true) @HeaderParam("Content-Type") String type) {
    Caller caller = Caller.of(identity);
    List<Draft<Product>> drafts =
        ProductCsv.drafts(
            TextBody.of(body), TextBody.charset(type), MAX_AT_ONCE, caller, clock.instant());
    return store
        .register(drafts, false)
        .map(registered -> ImportReport.unlessAllRefused(registered.outcomes()));
  }

  @GET
  @Path("/{gtin}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(operationId = "getProduct", summary = "One product")
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  @APIResponse(responseCode = "404", description = "Not registered")
  public Uni<ProductView> get(@PathParam("gtin") String gtin) {
    return store.get(QueryChecks.required("gtin", gtin, Gtin::parse)).map(ProductStore.Rated::view);
  }

  @GET
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(
      operationId = "listProducts",
      summary = "Products in the order of their GTIN",
      description = "An enterprise sees its own.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = ProductPage.class)))
  public Uni<ProductPage> list(
      @Parameter(description = "The brand owner's USCC") @QueryParam("operator")
          @Nullable String operator,
      @Parameter(description = "A category code") @QueryParam("category") @Nullable String category,
      @Parameter(description = "The `next` of the page before") @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "1 to 1000, default 100") @QueryParam("limit")
          @Nullable String limit) {
    Caller caller = Caller.of(identity);
    Uscc owner = QueryChecks.optional("operator", operator, Uscc::new);
    if (caller.role() == Caller.Role.ENTERPRISE) {
      Uscc own = Objects.requireNonNull(caller.operator());
      if (owner != null) {
        caller.mustBe(owner);
      }
      owner = own;
    }
    String code = QueryChecks.optional("category", category, CategoryKey::checkCode);
    PageRequest page = PageRequest.of(after, limit);
    return store
        .list(owner, code, page)
        .map(
            products -> {
              List<ProductView> views = products.stream().map(ProductStore.Rated::view).toList();
              boolean more = views.size() == page.limit();
              return new ProductPage(views, more ? views.get(views.size() - 1).gtin() : null);
            });
  }

  @PUT
  @Path("/{gtin}")
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeProduct",
      summary = "Change name, specification or shelf life",
      description = "Operator, unit and category are fixed, since rates hang on them.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ProductForm.class)))
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "404", description = "Not registered")
  @APIResponse(responseCode = "409", description = "A fixed field differs")
  public Uni<ProductView> change(@PathParam("gtin") String gtin, @Nullable ProductForm form) {
    Caller caller = Caller.of(identity);
    Gtin wanted = QueryChecks.required("gtin", gtin, Gtin::parse);
    Place place = new Place.InJson("");
    Draft<Product> draft =
        QueryChecks.body(form).withGtin(wanted.value()).check(place, caller, clock.instant());
    Refusal refusal = draft.refusal();
    if (refusal != null) {
      throw refusal.toException();
    }
    Product sent = Objects.requireNonNull(draft.value());
    if (!sent.gtin().equals(wanted)) {
      Checklist checks = new Checklist(place);
      checks.refuse("gtin", sent.gtin().value(), "is not the one in the path, " + wanted);
      throw ProblemException.invalid(checks.violations());
    }
    return store.change(sent, new Differences(place), caller).map(ProductStore.Rated::view);
  }
}
