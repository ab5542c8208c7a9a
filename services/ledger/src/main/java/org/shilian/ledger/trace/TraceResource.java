package org.shilian.ledger.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.sight.Sight;
import org.shilian.ledger.trace.sight.Viewers;
import org.shilian.ledger.trace.view.TraceGraphMl;
import org.shilian.ledger.trace.view.TraceSheet;
import org.shilian.ledger.trace.view.TraceView;
import org.shilian.ledger.trace.view.Views;
import org.shilian.ledger.trace.words.Language;

/** The door for traces. */
@Path("/api/v1/traces")
@RolesAllowed({"enterprise", "regulator", "admin"})
// whatever is accepted, since format may overrule it; TraceForm refuses the rest
@Produces(MediaType.WILDCARD)
@Tag(name = "Traces", description = "Where food came from and where it went")
@APIResponse(
    responseCode = "200",
    description = "A page of the trace",
    headers = {
      @Header(
          name = "Link",
          description = "The next page, rel=\"next\"",
          schema = @Schema(type = SchemaType.STRING))
    },
    content = {
      @Content(
          mediaType = MediaType.APPLICATION_JSON,
          schema = @Schema(implementation = TraceView.class)),
      @Content(
          mediaType = TraceGraphMl.MEDIA_TYPE,
          schema =
              @Schema(
                  type = SchemaType.STRING,
                  description = "The same page as a directed graph with typed data")),
      @Content(
          mediaType = TraceSheet.MEDIA_TYPE,
          schema =
              @Schema(
                  type = SchemaType.STRING,
                  description =
                      "The same page as a sheet with one row a step; docs/traces.md says what is in"
                          + " which column"))
    })
@APIResponse(
    responseCode = "403",
    description = "The trace would begin with another enterprise's business")
@APIResponse(responseCode = "404", description = "Nothing is on record, or nothing for this key")
@APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
class TraceResource {
  private static final String START =
      "It begins with exactly one of: gtin and lot (with operator: only there); gtin and serial;"
          + " order; box; operator, from and to. An enterprise sees its own holdings, one up, one"
          + " down and the origin; an agency its region and one step beyond. depth is at most 100,"
          + " size at most 10,000, and one trace comes to 100,000 holdings at most: complete says"
          + " whether that was enough.";
  private static final String FORMAT = "json, graphml or csv, instead of an Accept header";

  private final Traces traces;
  private final Viewers viewers;
  private final ObjectMapper json;

  TraceResource(Traces traces, Viewers viewers, ObjectMapper json) {
    this.traces = traces;
    this.viewers = viewers;
    this.json = json;
  }

  @GET
  @Path("/back")
  @Operation(
      operationId = "traceBack",
      summary = "溯源: where food came from, through every hand and out of every ingredient",
      description = START)
  public Uni<Response> back(
      @BeanParam TraceQuery query,
      @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @Context Request negotiation,
      @Context UriInfo uri) {
    return answer(
        new QueryReader(query).request(Direction.BACK),
        TraceForm.of(format, negotiation),
        Language.of(language),
        uri);
  }

  @GET
  @Path("/forward")
  @Operation(
      operationId = "traceForward",
      summary = "追踪: where food went, to every table and into everything that was made of it",
      description = START)
  public Uni<Response> forward(
      @BeanParam TraceQuery query,
      @Parameter(description = FORMAT) @QueryParam("format") @Nullable String format,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @Context Request negotiation,
      @Context UriInfo uri) {
    return answer(
        new QueryReader(query).request(Direction.FORWARD),
        TraceForm.of(format, negotiation),
        Language.of(language),
        uri);
  }

  private Uni<Response> answer(
      TraceRequest request, TraceForm form, Language language, UriInfo uri) {
    return viewers
        .current()
        .chain(viewer -> traces.tell(request, viewer))
        .map(
            told -> {
              TraceView view = view(request, told, language);
              return Response.ok(body(view, form, told))
                  .type(form.contentType())
                  .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                  .header(HttpHeaders.CACHE_CONTROL, "no-store")
                  .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                  .header("Link", NextPage.link(uri, view.next()))
                  .build();
            });
  }

  private static TraceView view(TraceRequest request, Traces.Told told, Language language) {
    Traces.Found found = told.found();
    Sight sight = found.sight();
    Views views = new Views(sight, found.facts(), told.cards(), language);
    List<Node> nodes = found.page().nodes();
    String next =
        found.page().isLast()
            ? null
            : Cursor.at(nodes.get(nodes.size() - 1), 0).text(request.question());
    return new TraceView(
        request.direction().text(),
        request.start().parameters(),
        found.asOf(),
        request.depth(),
        request.size(),
        new TraceView.Total(sight.nodes().size(), sight.linkCount()),
        sight.graph().complete(),
        views.nodes(found.page()),
        views.links(found.page()),
        views.evidence(found.page()),
        views.flags(found.page()),
        views.ends(found.ends()),
        sight.hidden() == 0 ? null : sight.hidden(),
        next);
  }

  private byte[] body(TraceView view, TraceForm form, Traces.Told told) {
    return switch (form) {
      case JSON -> json(view);
      case GRAPHML -> TraceGraphMl.of(view);
      case CSV -> TraceSheet.of(view, told.cards());
    };
  }

  private byte[] json(TraceView view) {
    try {
      return json.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a page of a trace is always JSON", e);
    }
  }
}
