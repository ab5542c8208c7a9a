package org.shilian.ledger.trace;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.ledger.trace.end.End;
import org.shilian.ledger.trace.facts.LotFacts;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.graph.Through;
import org.shilian.ledger.trace.sight.Viewers;
import org.shilian.ledger.trace.start.Start;
import org.shilian.ledger.trace.view.GapView;
import org.shilian.ledger.trace.view.Views;
import org.shilian.ledger.trace.words.Language;

/** Says of a lot what keeps it from being chained. */
@Path("/api/v1/lots/{gtin}/{lot}/gaps")
@RolesAllowed({"enterprise", "regulator", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traces")
class GapResource {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Traces traces;
  private final Viewers viewers;

  GapResource(Traces traces, Viewers viewers) {
    this.traces = traces;
    this.viewers = viewers;
  }

  @GET
  @Operation(
      operationId = "lotGaps",
      summary = "断链原因: what is missing for the lot to be chained, first on each branch",
      description =
          "Follows the lot from where it was made along what counts for the chain, matched hops and"
              + " transformations, and names on each branch the first thing that is missing. A lot"
              + " that is chained may have gaps on its other branches.")
  @APIResponse(
      responseCode = "200",
      description = "The gaps",
      content = @Content(schema = @Schema(implementation = GapView.class)))
  @APIResponse(responseCode = "404", description = "Nothing is on record, or nothing for this key")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<Response> gaps(
      @Parameter(description = "GTIN of 8, 12, 13 or 14 digits", example = "09521234000013")
          @PathParam("gtin")
          String gtin,
      @Parameter(description = "Lot number, percent-encoded", example = "20261101-1")
          @PathParam("lot")
          @Encoded
          String lot,
      @Parameter(
              description = "How many gaps at most",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "10000",
                      defaultValue = "1000"))
          @QueryParam("size")
          @Nullable String size,
      @Parameter(description = "The next of the page before") @QueryParam("after")
          @Nullable String after,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @Context UriInfo uri) {
    TraceRequest request = request(gtin, lot, size, after);
    Language spoken = Language.of(language);
    return viewers
        .current()
        .chain(viewer -> traces.tellEnds(request, viewer))
        .map(
            told -> {
              GapView view = view(request, told, spoken);
              return Response.ok(view)
                  .header(HttpHeaders.CONTENT_LANGUAGE, spoken.tag())
                  .header(HttpHeaders.CACHE_CONTROL, "no-store")
                  .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                  .header("Link", NextPage.link(uri, view.next()))
                  .build();
            });
  }

  private static TraceRequest request(
      String gtin, String lot, @Nullable String size, @Nullable String after) {
    Parameters parameters = new Parameters();
    Gtin product = parameters.required("gtin", gtin, Gtin::parse);
    Lot number = parameters.required("lot", lot, GapResource::lot);
    int most = parameters.number("size", size, QueryReader.DEFAULT_SIZE, QueryReader.MOST_SIZE);
    Start start = null;
    Cursor cursor = null;
    if (product != null && number != null) {
      Start asked = new Start.OfLot(new LotKey(product, number), null);
      start = asked;
      cursor = parameters.optional("after", after, text -> Cursor.parse(text, question(asked)));
    }
    parameters.throwIfBroken();
    return new TraceRequest(
        Direction.FORWARD,
        Through.MATCHED,
        Objects.requireNonNull(start),
        QueryReader.MOST_DEPTH,
        most,
        cursor);
  }

  private static Lot lot(String raw) {
    String decoded;
    try {
      decoded = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not percent-encoded", e);
    }
    return new Lot(decoded);
  }

  private static String question(Start start) {
    return TraceRequest.question(Direction.FORWARD, Through.MATCHED, start, QueryReader.MOST_DEPTH);
  }

  private record Placed(Cursor place, End end) {}

  private static GapView view(TraceRequest request, Traces.Told told, Language language) {
    Traces.Found found = told.found();
    List<Placed> gaps = placed(found);
    List<Placed> page =
        gaps.stream()
            .filter(gap -> request.after() == null || gap.place().compareTo(request.after()) > 0)
            .toList();
    boolean last = page.size() <= request.size();
    if (!last) {
      page = page.subList(0, request.size());
    }
    LotKey lot = ((Start.OfLot) request.start()).lot();
    LotFacts facts = found.facts().lot(lot);
    Views views = new Views(found.sight(), found.facts(), told.cards(), language);
    return new GapView(
        lot.gtin().value(),
        lot.lot().value(),
        facts.state(),
        facts.chained(),
        facts.maturedOn(LocalDate.ofInstant(found.asOf(), ZONE)),
        facts.maturesOn(),
        found.asOf(),
        found.sight().graph().complete(),
        gaps.size(),
        views.ends(page.stream().map(Placed::end).toList()),
        last ? null : page.get(page.size() - 1).place().text(request.question()));
  }

  /** The ends that keep a lot from being chained, each with its place among all. */
  private static List<Placed> placed(Traces.Found found) {
    Map<HoldingId, Node> nodes = new HashMap<>();
    found.page().nodes().forEach(node -> nodes.put(node.id(), node));
    Map<HoldingId, Integer> counts = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (End end : found.ends()) {
      Node node = nodes.get(end.node());
      if (node != null && end.reason().keepsFromChain()) {
        placed.add(new Placed(Cursor.at(node, counts.merge(end.node(), 1, Integer::sum)), end));
      }
    }
    return placed;
  }
}
