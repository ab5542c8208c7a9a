package org.shilian.codes.key;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.QueryChecks;

/** The door for company prefixes. */
@Path("/api/v1/codes/prefixes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "codes", description = "Codes to print onto food")
class CompanyPrefixResource {
  private final CompanyPrefixStore prefixes;
  private final KnownOperators operators;
  private final SecurityIdentity identity;

  CompanyPrefixResource(
      CompanyPrefixStore prefixes, KnownOperators operators, SecurityIdentity identity) {
    this.prefixes = prefixes;
    this.operators = operators;
    this.identity = identity;
  }

  /** Registers a prefix. */
  @POST
  @RolesAllowed("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerCompanyPrefix",
      summary = "Register the GS1 company prefix of an operator",
      description =
          "New SSCCs and GLNs of the operator are made under the prefix that was registered last."
              + " The same again changes nothing.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CompanyPrefixForm.class)))
  @APIResponse(
      responseCode = "201",
      description = "Registered",
      content = @Content(schema = @Schema(implementation = CompanyPrefixView.class)))
  @APIResponse(responseCode = "200", description = "It was registered already")
  @APIResponse(
      responseCode = "409",
      description = "It overlaps with another prefix: one starts with the other")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> register(@Nullable CompanyPrefixForm form) {
    Caller caller = Caller.of(identity);
    CompanyPrefixForm.Checked wanted = QueryChecks.body(form).check();
    return operators
        .require("/operator", wanted.operator())
        .chain(operator -> prefixes.register(wanted.prefix(), operator.uscc(), caller.keyId()))
        .map(
            registered ->
                Response.status(registered.added() ? 201 : 200)
                    .entity(CompanyPrefixView.of(registered))
                    .build());
  }

  /** The prefixes of an operator. */
  @GET
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Operation(
      operationId = "listCompanyPrefixes",
      summary = "The company prefixes of an operator, that of new keys first",
      description = "Empty for one whose keys are made under the platform's prefix.")
  @APIResponse(
      responseCode = "200",
      description = "The prefixes",
      content = @Content(schema = @Schema(implementation = CompanyPrefixView[].class)))
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<List<CompanyPrefixView>> list(
      @Parameter(description = "USCC; an enterprise's key may leave it out") @QueryParam("operator")
          @Nullable String operator) {
    return operators
        .readable("operator", operator, Caller.of(identity))
        .chain(found -> prefixes.of(found.uscc()))
        .map(found -> found.stream().map(CompanyPrefixView::of).toList());
  }
}
