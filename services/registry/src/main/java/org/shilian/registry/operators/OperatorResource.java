package org.shilian.registry.operators;

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
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.registry.Caller;
import org.shilian.registry.OperatorRole;
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
import org.shilian.registry.intake.Region;
import org.shilian.registry.intake.TextBody;

/** The door for operators. */
@Path("/api/v1/operators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators", description = "经营主体: who trades with food")
class OperatorResource {
  private static final int MAX_AT_ONCE = 5000;

  private final OperatorStore store;
  private final ObjectMapper mapper;
  private final SecurityIdentity identity;
  private final Clock clock;

  OperatorResource(
      OperatorStore store, ObjectMapper mapper, SecurityIdentity identity, Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.identity = identity;
    this.clock = clock;
  }

  @POST
  @RolesAllowed("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerOperators",
      summary = "Register operators",
      description =
          "One operator, or an array of up to 5000 of which all or none are registered. The same"
              + " again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(oneOf = {OperatorForm.class, OperatorForm[].class}),
              examples = @ExampleObject(name = "one", value = OperatorExamples.ONE)))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(oneOf = {OperatorView.class, OperatorView[].class})))
  @APIResponse(responseCode = "200", description = "All of it was registered already")
  @APIResponse(responseCode = "409", description = "Registered with other content")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> register(@Nullable JsonNode body) {
    JsonDocument document = new JsonDocument(body, mapper, MAX_AT_ONCE);
    List<Draft<Operator>> drafts =
        document.drafts(OperatorForm.class, (form, place) -> form.check(place, clock));
    return store.register(drafts, true).map(outcomes -> registered(document.single(), outcomes));
  }

  private static Response registered(boolean single, List<Outcome<Operator>> outcomes) {
    List<OperatorView> views =
        outcomes.stream().map(outcome -> Objects.requireNonNull(outcome.value()).view()).toList();
    Response.ResponseBuilder response =
        Response.status(Outcome.anyCreated(outcomes) ? 201 : 200)
            .entity(single ? views.get(0) : views);
    if (single) {
      response.location(URI.create("/api/v1/operators/" + views.get(0).uscc()));
    }
    return response.build();
  }

  @POST
  @RolesAllowed("admin")
  @Consumes("text/csv")
  @Operation(
      operationId = "importOperators",
      summary = "Import operators from CSV",
      description = "A header line, then up to 5000 operators; every line fares for itself.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "csv", value = OperatorExamples.CSV)))
  @APIResponse(
      responseCode = "200",
      description = "How every line fared",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  @APIResponse(responseCode = "422", description = "No line could be registered")
  public Uni<ImportReport> importCsv(
      byte @Nullable [] body, @Parameter(hidden = true) @HeaderParam("Content-Type") String type) {
    List<Draft<Operator>> drafts =
        OperatorCsv.drafts(TextBody.of(body), TextBody.charset(type), MAX_AT_ONCE, clock);
    return store.register(drafts, false).map(ImportReport::unlessAllRefused);
  }

  @GET
  @Path("/{uscc}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(
      operationId = "getOperator",
      summary = "One operator",
      description = "An enterprise sees of others only name, role and region.")
  @APIResponse(
      responseCode = "200",
      description = "The operator",
      content = @Content(schema = @Schema(implementation = OperatorView.class)))
  @APIResponse(responseCode = "404", description = "Not registered")
  public Uni<OperatorView> get(@PathParam("uscc") String uscc) {
    Caller caller = Caller.of(identity);
    Uscc wanted = QueryChecks.required("uscc", uscc, Uscc::new);
    boolean seesAll = caller.role() != Caller.Role.ENTERPRISE || caller.mayWriteFor(wanted);
    return store.get(wanted).map(operator -> seesAll ? operator.view() : operator.card());
  }

  @GET
  @RolesAllowed({"regulator", "admin"})
  @Operation(operationId = "listOperators", summary = "Operators in the order of their USCC")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = OperatorPage.class)))
  public Uni<OperatorPage> list(
      @Parameter(description = "producer, distributor, caterer or regulator") @QueryParam("role")
          @Nullable String role,
      @Parameter(description = "The beginning of region codes, 2 to 9 digits") @QueryParam("region")
          @Nullable String region,
      @Parameter(description = "The `next` of the page before") @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "1 to 1000, default 100") @QueryParam("limit")
          @Nullable String limit) {
    OperatorRole wanted = QueryChecks.optional("role", role, OperatorRole::parse);
    String prefix = QueryChecks.optional("region", region, Region::prefix);
    PageRequest page = PageRequest.of(after, limit);
    return store
        .list(wanted == null ? null : wanted.text(), prefix, page)
        .map(
            operators -> {
              List<OperatorView> views = operators.stream().map(Operator::view).toList();
              boolean more = views.size() == page.limit();
              return new OperatorPage(views, more ? views.get(views.size() - 1).uscc() : null);
            });
  }

  @PUT
  @Path("/{uscc}")
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeOperator",
      summary = "Change name, licences, GLN, address or contact",
      description = "Role, region and terminal are fixed, since rates hang on them.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OperatorForm.class)))
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = OperatorView.class)))
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "404", description = "Not registered")
  @APIResponse(responseCode = "409", description = "A fixed field differs")
  public Uni<OperatorView> change(@PathParam("uscc") String uscc, @Nullable OperatorForm form) {
    Uscc wanted = QueryChecks.required("uscc", uscc, Uscc::new);
    Caller.of(identity).mustBe(wanted);
    Place place = new Place.InJson("");
    Draft<Operator> draft = QueryChecks.body(form).withUscc(wanted.value()).check(place, clock);
    Refusal refusal = draft.refusal();
    if (refusal != null) {
      throw refusal.toException();
    }
    Operator sent = Objects.requireNonNull(draft.value());
    if (!sent.uscc().equals(wanted)) {
      Checklist checks = new Checklist(place);
      checks.refuse("uscc", sent.uscc().value(), "is not the one in the path, " + wanted);
      throw ProblemException.invalid(checks.violations());
    }
    return store.change(wanted, sent, new Differences(place)).map(Operator::view);
  }
}
