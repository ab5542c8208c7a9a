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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Gs1Exception;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.Places;
import org.shilian.registry.ResolverConfig;
import org.shilian.scan.story.Station;
import org.shilian.scan.words.Wording;

/**
 * Resolves GS1 Digital Links of places (一店一码) for anybody: the shop, and the food that it lately
 * had, each with the way to its own page.
 */
@Path("/414")
@PermitAll
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
@Tag(name = "scan", description = "What anybody who scans a code is told")
class ShopResource {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Places places;
  private final Directory directory;
  private final ShopStore shops;
  private final ScanAnswers answers;
  private final String base;
  private final Clock clock;

  ShopResource(
      Places places,
      Directory directory,
      ShopStore shops,
      ScanAnswers answers,
      ResolverConfig resolver,
      Clock clock) {
    this.places = places;
    this.directory = directory;
    this.shops = shops;
    this.answers = answers;
    this.base = resolver.baseUri();
    this.clock = clock.withZone(ZONE);
  }

  /** A shop page. */
  @GET
  @Path("{gln}")
  @Operation(
      operationId = "scanShop",
      summary = "Which shop this is, and the food that it lately had",
      description =
          "Lots received are told of shops, restaurants and canteens only; of others what they made"
              + " themselves. Suppliers and buyers are not named; the maker is, as on the lot's own"
              + " page.")
  @Parameter(
      name = "gln",
      in = ParameterIn.PATH,
      required = true,
      description = "GLN of 13 digits",
      example = "9529999000002",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The shop",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ShopAnswer.class))
      })
  @APIResponse(responseCode = "400", description = "The code is wrong, for example its check digit")
  @APIResponse(responseCode = "404", description = "Nobody is registered with this GLN")
  @APIResponse(responseCode = "409", description = "Several are registered with this GLN")
  public Uni<Response> shop(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  /** Any other Digital Link of a GLN: a trailing slash, a door of the shop. */
  @GET
  @Path("{gln}/{qualifiers: .*}")
  @Operation(hidden = true)
  public Uni<Response> qualified(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  private Uni<Response> scan(ScanRequest request) {
    Gln gln;
    try {
      gln = new Gln(request.link().primaryKey());
    } catch (Gs1Exception e) {
      return answers.wrong(request, e);
    }
    return places
        .at(gln)
        .chain(
            found ->
                found.size() > 1
                    ? ambiguous(request, gln, found.size())
                    : directory
                        .operators(found)
                        .map(cards -> trader(cards.values().stream().findFirst().orElse(null)))
                        .chain(
                            card ->
                                card == null ? unknown(request, gln) : shop(request, gln, card)));
  }

  /** An agency has a GLN for its events, and no shop. */
  private static @Nullable OperatorCard trader(@Nullable OperatorCard card) {
    return card == null || card.role() == OperatorRole.REGULATOR ? null : card;
  }

  private Uni<Response> shop(ScanRequest request, Gln gln, OperatorCard card) {
    Station station = Station.of(card.role().text(), card.terminal());
    return shops
        .shop(card, LocalDate.now(clock), clock.instant())
        .chain(
            facts ->
                request.page()
                    ? answers.page(
                        request,
                        200,
                        Pages.shop(
                            answers.frame(
                                request, card.name(), DigitalLink.ofPlace(gln).toUri(base)),
                            card,
                            station,
                            facts,
                            facts.food().stream()
                                .map(food -> ShopPageLine.of(food, request))
                                .toList()))
                    : answers.json(
                        request,
                        ShopAnswer.of(gln, card, station, facts, base, request.language())));
  }

  private Uni<Response> unknown(ScanRequest request, Gln gln) {
    Wording words = request.language().wording();
    return answers.notice(
        request,
        new ProblemException(
            ProblemType.NOT_FOUND, "GLN " + gln + ": no shop is registered with it here"),
        words.shopUnknown(),
        words.shopUnknownAdvice(gln.value()));
  }

  private Uni<Response> ambiguous(ScanRequest request, Gln gln, int operators) {
    Wording words = request.language().wording();
    return answers.notice(
        request,
        new ProblemException(
            ProblemType.CONFLICT, "GLN " + gln + ": " + operators + " operators say it is theirs"),
        words.shopUnclear(),
        words.shopUnclearAdvice(gln.value()));
  }
}
