package org.shilian.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.Wording;

/**
 * Resolves GS1 Digital Links of products and lots (GS1 Digital Link Standard: URI Syntax 1.4) for
 * anybody. Of a serial number beside the lot it is said whether it is genuine; any other qualifier
 * is accepted and tells nothing more.
 */
@Path("/")
@PermitAll
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
@Tag(name = "scan", description = "What anybody who scans a code is told")
public class ScanResource {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** How many of the lots that a lot was packed from are named. */
  private static final int MOST_SOURCES = 20;

  private final Directory directory;
  private final LotStore lots;
  private final LotGlances glances;
  private final ScanAnswers answers;
  private final ScannedItems items;
  private final String base;
  private final Clock clock;

  ScanResource(
      Directory directory,
      LotStore lots,
      LotGlances glances,
      ScanAnswers answers,
      ScannedItems items,
      ResolverConfig resolver,
      Clock clock) {
    this.directory = directory;
    this.lots = lots;
    this.glances = glances;
    this.answers = answers;
    this.items = items;
    this.base = resolver.baseUri();
    this.clock = clock.withZone(ZONE);
  }

  /** A product page. */
  @GET
  @Path("01/{gtin}")
  @Operation(operationId = "scanProduct", summary = "What a product is")
  @Parameter(
      name = "gtin",
      in = ParameterIn.PATH,
      required = true,
      description = "GTIN of 8, 12, 13 or 14 digits",
      example = "09521234000013",
      schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The product",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ProductAnswer.class))
      })
  @APIResponse(responseCode = "400", description = "The code is wrong, for example its check digit")
  @APIResponse(responseCode = "404", description = "The product is not registered")
  public Uni<Response> product(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  /** A lot page. */
  @GET
  @Path("01/{gtin}/10/{lot}")
  @Operation(
      operationId = "scanLot",
      summary = "Where a lot came from, the way it went, and the gaps in its records",
      description =
          "Operators are told by role and region only, except the maker and the brand owner. A lot"
              + " that no record mentions is answered with 200, state unknown and a warning.")
  @APIResponse(
      responseCode = "200",
      description = "The lot",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LotAnswer.class))
      })
  @APIResponse(responseCode = "400", description = "The code is wrong, for example its check digit")
  @APIResponse(responseCode = "404", description = "The product is not registered")
  public Uni<Response> lot(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  /** Any other Digital Link of a GTIN: a trailing slash, a serial, a variant. */
  @GET
  @Path("01/{gtin}/{qualifiers: .*}")
  @Operation(hidden = true)
  public Uni<Response> qualified(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  /** Codes printed in the older form lead to the page they mean, with their query. */
  @GET
  @Path("gtin/{gtin}/{qualifiers: .*}")
  @Operation(hidden = true)
  public Uni<Response> older(@Context HttpServerRequest http, @Context Request negotiation) {
    ScanRequest request = ScanRequest.of(http, negotiation);
    DigitalLink link;
    try {
      link = request.link();
    } catch (Gs1Exception e) {
      return answers.wrong(request, e);
    }
    String query = request.query() == null ? "" : "?" + request.query();
    return Uni.createFrom()
        .item(
            Response.status(Response.Status.PERMANENT_REDIRECT)
                .location(URI.create(link.path() + query))
                .build());
  }

  private Uni<Response> scan(ScanRequest request) {
    DigitalLink link;
    Gtin gtin;
    try {
      link = request.link();
      gtin = Gtin.parse(link.primaryKey());
    } catch (Gs1Exception e) {
      return answers.wrong(request, e);
    }
    return directory
        .products(Set.of(gtin))
        .map(found -> found.get(gtin))
        .flatMap(
            card -> {
              if (card == null) {
                return unknownProduct(request, gtin);
              }
              Lot lot = link.lot();
              return lot == null ? product(request, card) : lot(request, card, lot, link.serial());
            });
  }

  private Uni<Response> product(ScanRequest request, ProductCard card) {
    Language in = request.language();
    String uri = DigitalLink.ofProduct(card.gtin()).toUri(base);
    return directory
        .operators(Set.of(card.operator()))
        .flatMap(
            operators -> {
              OperatorCard owner = operators.get(card.operator());
              return request.page()
                  ? answers.page(
                      request,
                      200,
                      Pages.product(
                          answers.frame(request, card.name(), uri),
                          card,
                          ProductAnswer.category(card, in),
                          owner))
                  : answers.json(request, ProductAnswer.of(uri, card, owner, in));
            });
  }

  private Uni<Response> lot(
      ScanRequest request, ProductCard card, Lot lot, @Nullable Serial serial) {
    if (serial == null) {
      return about(request, card, lot, null);
    }
    return items
        .scanned(card.gtin(), lot, serial, request.visit())
        .flatMap(item -> about(request, card, lot, item));
  }

  private Uni<Response> about(
      ScanRequest request, ProductCard card, Lot lot, @Nullable ScannedItem item) {
    return lots.lot(card.gtin(), lot, clock.instant())
        .flatMap(
            facts ->
                Uni.combine()
                    .all()
                    .unis(directory.operators(named(card, facts)), sources(card, lot, facts))
                    .asTuple()
                    .flatMap(
                        found ->
                            lot(
                                request,
                                card,
                                lot,
                                item,
                                facts,
                                found.getItem1(),
                                found.getItem2())));
  }

  /** What a repacked lot was packed from; of a lot that was made, the recipe is its maker's. */
  private Uni<List<LotGlance>> sources(ProductCard card, Lot lot, LotFacts facts) {
    return facts.origin() == LotFacts.Origin.REPACKED
        ? lots.sources(card.gtin(), lot, MOST_SOURCES).flatMap(glances::of)
        : Uni.createFrom().item(List.of());
  }

  private Uni<Response> lot(
      ScanRequest request,
      ProductCard card,
      Lot lot,
      @Nullable ScannedItem item,
      LotFacts facts,
      Map<Uscc, OperatorCard> operators,
      List<LotGlance> sources) {
    Language in = request.language();
    LotStory story = LotStory.of(facts, LocalDate.now(clock));
    String uri = DigitalLink.ofBatch(card.gtin(), lot).toUri(base);
    OperatorCard owner = operators.get(card.operator());
    OperatorCard maker = facts.maker() == null ? null : operators.get(new Uscc(facts.maker()));
    if (!request.page()) {
      return answers.json(
          request,
          LotAnswer.of(uri, base, card, owner, maker, lot.value(), item, story, sources, in));
    }
    return answers.page(
        request,
        200,
        Pages.lot(
            answers.frame(request, card.name() + " " + lot, uri),
            card,
            ProductAnswer.category(card, in),
            owner,
            maker,
            lot.value(),
            item,
            story,
            sources));
  }

  private static Set<Uscc> named(ProductCard card, LotFacts facts) {
    Set<Uscc> named = new HashSet<>();
    named.add(card.operator());
    if (facts.maker() != null) {
      named.add(new Uscc(facts.maker()));
    }
    return named;
  }

  private Uni<Response> unknownProduct(ScanRequest request, Gtin gtin) {
    Wording words = request.language().wording();
    return answers.notice(
        request,
        new ProblemException(ProblemType.NOT_FOUND, "product " + gtin + ": is not registered here"),
        words.productUnknown(),
        words.productUnknownAdvice(gtin.value()));
  }
}
