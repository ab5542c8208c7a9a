package org.shilian.ledger.trace;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.trace.sight.Viewers;
import org.shilian.ledger.trace.view.FlagView;
import org.shilian.registry.intake.Region;

/** The door for flags. */
@Path("/api/v1/flags")
@RolesAllowed({"enterprise", "regulator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Flags", description = "What is wrong with events that were accepted all the same")
class FlagResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 1000;

  private final FlagStore flags;
  private final Viewers viewers;

  FlagResource(FlagStore flags, Viewers viewers) {
    this.flags = flags;
    this.viewers = viewers;
  }

  @GET
  @Operation(
      operationId = "listFlags",
      summary = "Flags on events that count, newest first",
      description =
          "expired-at-receipt, held and recalled (shipped, sold or used all the same),"
              + " impossible-yield, over-shipped. An enterprise sees its own, an agency those of its"
              + " region.")
  @APIResponse(
      responseCode = "200",
      description = "A page of flags",
      content = @Content(schema = @Schema(implementation = FlagPage.class)))
  @APIResponse(responseCode = "403", description = "Another enterprise's flags are asked for")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> list(
      @Parameter(
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        "expired-at-receipt",
                        "held",
                        "recalled",
                        "impossible-yield",
                        "over-shipped"
                      }))
          @QueryParam("kind")
          @Nullable String kind,
      @Parameter(description = "The beginning of region codes, 2 to 9 digits", example = "3311")
          @QueryParam("region")
          @Nullable String region,
      @Parameter(description = "USCC of whose events") @QueryParam("operator")
          @Nullable String operator,
      @QueryParam("gtin") @Nullable String gtin,
      @Parameter(description = "With gtin") @QueryParam("lot") @Nullable String lot,
      @Parameter(
              description = "First instant of the time in which the event happened",
              example = "2026-11-01T00:00:00+08:00")
          @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "First instant after that time") @QueryParam("to")
          @Nullable String to,
      @Parameter(
              description = "How many at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "1000",
                      defaultValue = "100"))
          @QueryParam("limit")
          @Nullable String limit,
      @Parameter(description = "The next of the page before") @QueryParam("after")
          @Nullable String after,
      @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    FlagFilter filter =
        new FlagFilter(
            parameters.optional("kind", kind, FlagFilter::kind),
            regions(parameters.optional("region", region, Region::prefix)),
            parameters.optional("operator", operator, Uscc::new),
            parameters.optional("gtin", gtin, Gtin::parse),
            parameters.optional("lot", lot, Lot::new),
            parameters.instant("from", from),
            parameters.instant("to", to));
    checkTogether(parameters, gtin, lot, filter.from(), filter.to(), to);
    int most = parameters.number("limit", limit, DEFAULT_LIMIT, MOST);
    FlagView last = parameters.optional("after", after, FlagCursor::parse);
    parameters.throwIfBroken();
    return viewers
        .current()
        .chain(viewer -> flags.find(filter.within(viewer), last, most + 1))
        .map(found -> answer(found, most, uri));
  }

  private static List<String> regions(@Nullable String region) {
    return region == null ? List.of() : List.of(region);
  }

  private static void checkTogether(
      Parameters parameters,
      @Nullable String gtin,
      @Nullable String lot,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String toAsGiven) {
    if (gtin == null) {
      parameters.refuseIfGiven("lot", lot, "must come with its gtin");
    }
    if (from != null && to != null && !from.isBefore(to)) {
      parameters.refuse("to", toAsGiven, "is not after from, " + from);
    }
  }

  private static Response answer(FlagStore.Found found, int most, UriInfo uri) {
    boolean more = found.flags().size() > most;
    List<FlagView> items = more ? found.flags().subList(0, most) : found.flags();
    String next = more ? FlagCursor.text(items.get(most - 1)) : null;
    return Response.ok(new FlagPage(found.total(), items, next))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Link", NextPage.link(uri, next))
        .build();
  }
}
