package org.shilian.registry.access;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.intake.PageRequest;
import org.shilian.registry.intake.QueryChecks;

/** The door for API keys. */
@Path("/api/v1/keys")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "API keys: who may call")
class ApiKeyResource {
  private final ApiKeyStore keys;

  ApiKeyResource(ApiKeyStore keys) {
    this.keys = keys;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createKey",
      summary = "Make an API key",
      description = "The answer is the only place the key is ever shown.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ApiKeyForm.class),
              examples =
                  @ExampleObject(
                      name = "enterprise",
                      value =
                          "{\"role\": \"enterprise\", \"operator\": \"91331122MA2E0K0T09\","
                              + " \"label\": \"till 1\"}")))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> create(@Nullable ApiKeyForm form) {
    return keys.create(QueryChecks.body(form).check())
        .map(
            key ->
                Response.created(URI.create("/api/v1/keys/" + key.id()))
                    .header("Cache-Control", "no-store")
                    .entity(key)
                    .build());
  }

  @GET
  @Operation(operationId = "listKeys", summary = "API keys, revoked ones included")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = ApiKeyPage.class)))
  public Uni<ApiKeyPage> list(
      @Parameter(description = "The `next` of the page before") @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "1 to 1000, default 100") @QueryParam("limit")
          @Nullable String limit) {
    PageRequest page = PageRequest.of(after, limit);
    return keys.list(page)
        .map(
            items -> {
              boolean more = items.size() == page.limit();
              return new ApiKeyPage(items, more ? items.get(items.size() - 1).id() : null);
            });
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeKey",
      summary = "Revoke an API key",
      description = "It stops working within some seconds on every server.")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(responseCode = "404", description = "No such key")
  public Uni<Void> revoke(@PathParam("id") String id) {
    return keys.revoke(id);
  }
}
