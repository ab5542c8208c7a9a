package org.shilian.regulator;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for rates. */
@Path("/api/v1/metrics")
@RolesAllowed({"regulator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics", description = "How much of the food is traced")
class MetricsResource {
  private final RateStore rates;

  MetricsResource(RateStore rates) {
    this.rates = rates;
  }

  @GET
  @Path("/chaining-rate")
  @Operation(
      operationId = "chainingRate",
      summary = "成链率: how much of the matured food is chained to a terminal operator",
      description =
          "Chained ÷ matured, non-void origin lots. A lot has matured after 30 days or its shelf"
              + " life, whichever is less.")
  @APIResponse(
      responseCode = "200",
      description = "The rate, with what was and was not counted",
      content = @Content(schema = @Schema(implementation = ChainingRate.class)))
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<ChainingRate> chainingRate(
      @Parameter(description = "First day of maturity", example = "2026-11-01") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "Last day of maturity", example = "2026-11-30") @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "The beginning of region codes, 2 to 9 digits", example = "3311")
          @QueryParam("region")
          @Nullable String region,
      @Parameter(description = "A category code", example = "2401") @QueryParam("category")
          @Nullable String category) {
    return rates.chaining(RateFilter.parse(from, to, region, category));
  }

  /** How far the products are on their way to 2D codes. */
  @GET
  @Path("/gm2d")
  @Operation(
      operationId = "gm2dRate",
      summary = "GM2D: how many of the registered products have a 2D code",
      description =
          "Products with a live 2D code ÷ registered products. A product has one when it was"
              + " migrated from its old bar code, or when a lot of it counts as made.")
  @APIResponse(
      responseCode = "200",
      description = "The rate, with what made the products count",
      content = @Content(schema = @Schema(implementation = Gm2dRate.class)))
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Gm2dRate> gm2d(
      @Parameter(description = "The beginning of region codes, 2 to 9 digits", example = "3311")
          @QueryParam("region")
          @Nullable String region,
      @Parameter(description = "A category code", example = "2401") @QueryParam("category")
          @Nullable String category,
      @Parameter(description = "USCC of the brand owner", example = "91331122MA2E0K0T09")
          @QueryParam("operator")
          @Nullable String operator,
      @Parameter(
              description =
                  "operator, category or region: tell each apart as well, at most 1000, those with"
                      + " the most products without a 2D code first. Regions are of the level below"
                      + " the one asked for: provinces, prefectures, counties, townships",
              example = "operator")
          @QueryParam("by")
          @Nullable String by) {
    return rates.gm2d(Gm2dFilter.parse(region, category, operator), Gm2dParting.parse(by));
  }
}
