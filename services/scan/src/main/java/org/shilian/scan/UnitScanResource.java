package org.shilian.scan;

import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Party;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.box.Box;
import org.shilian.registry.box.BoxBook;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.story.Status;
import org.shilian.scan.words.UnitWording;

/**
 * Resolves GS1 Digital Links of boxes and pallets. Anybody is told who numbered it, the way it went
 * by roles and regions, whether it was received, and what to be careful of; the two sides of a
 * shipment and regulators, who come with an API key, also names and lots.
 */
@Path("/00")
@PermitAll
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
@Tag(name = "scan", description = "What anybody who scans a code is told")
class UnitScanResource {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** How many lots are looked up. */
  private static final int MOST_LOTS = 50;

  private final BoxBook book;
  private final Directory directory;
  private final LotStore lots;
  private final ScanAnswers answers;
  private final SecurityIdentity identity;
  private final String base;
  private final Clock clock;

  UnitScanResource(
      BoxBook book,
      Directory directory,
      LotStore lots,
      ScanAnswers answers,
      SecurityIdentity identity,
      ResolverConfig resolver,
      Clock clock) {
    this.book = book;
    this.directory = directory;
    this.lots = lots;
    this.answers = answers;
    this.identity = identity;
    this.base = resolver.baseUri();
    this.clock = clock.withZone(ZONE);
  }

  /** The page of a box. */
  @GET
  @Path("{sscc}")
  @Operation(
      operationId = "scanLogisticUnit",
      summary = "Who numbered a box or pallet, where it went, and whether it was received",
      description =
          "Operators are told by role and region only, except who numbered it. The two sides of a"
              + " shipment (with their API key), regulators and admins are told names and lots"
              + " too.")
  @Parameter(
      name = "sscc",
      in = ParameterIn.PATH,
      required = true,
      description = "SSCC of 18 digits",
      example = "095212340000000013",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The box or pallet",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = UnitAnswer.class))
      })
  @APIResponse(responseCode = "400", description = "The code is wrong, for example its check digit")
  @APIResponse(
      responseCode = "404",
      description = "The number was not given out here, and no shipment names it")
  public Uni<Response> unit(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  /** The same with a trailing slash. */
  @GET
  @Path("{sscc}/{rest: .*}")
  @Operation(hidden = true)
  public Uni<Response> qualified(@Context HttpServerRequest http, @Context Request negotiation) {
    return scan(ScanRequest.of(http, negotiation));
  }

  private Uni<Response> scan(ScanRequest request) {
    Sscc sscc;
    try {
      sscc = new Sscc(request.link().primaryKey());
    } catch (Gs1Exception e) {
      return answers.wrong(request, e);
    }
    return book.find(sscc).chain(box -> concerned(box).chain(unit -> answer(request, unit)));
  }

  private Uni<ScannedUnit> concerned(Box box) {
    Caller caller = identity.isAnonymous() ? null : Caller.of(identity);
    Set<Uscc> operators = new HashSet<>();
    Set<LotKey> keys = new HashSet<>();
    Box.Numbering numbering = box.numbering();
    if (numbering != null && numbering.operator() != null) {
      operators.add(numbering.operator());
    }
    for (Box.Shipment shipment : box.shipments()) {
      operators.add(shipment.seller());
      if (shipment.buyer() instanceof Party.OnChain buyer) {
        operators.add(buyer.uscc());
      }
      shipment.goods().forEach(goods -> keys.add(goods.line().key()));
    }
    Set<Gtin> gtins = keys.stream().map(LotKey::gtin).collect(Collectors.toSet());
    return Uni.combine()
        .all()
        .unis(directory.operators(operators), directory.products(gtins), stopped(keys))
        .with((cards, products, stopped) -> new ScannedUnit(box, cards, products, stopped, caller));
  }

  private record Standing(LotKey key, Status status) {}

  /** Looks each lot up as its own page does, so that both say the same. */
  private Uni<Map<LotKey, Status>> stopped(Set<LotKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    LocalDate today = LocalDate.now(clock);
    return Uni.join()
        .all(
            keys.stream()
                .limit(MOST_LOTS)
                .map(
                    key ->
                        lots.lot(key.gtin(), key.lot(), clock.instant())
                            .map(facts -> new Standing(key, LotStory.of(facts, today).status())))
                .toList())
        .andFailFast()
        .map(UnitScanResource::stopped);
  }

  private static Map<LotKey, Status> stopped(List<Standing> lots) {
    Map<LotKey, Status> stopped = new HashMap<>();
    for (Standing lot : lots) {
      if (lot.status() == Status.RECALLED || lot.status() == Status.HELD) {
        stopped.put(lot.key(), lot.status());
      }
    }
    return stopped;
  }

  private Uni<Response> answer(ScanRequest request, ScannedUnit unit) {
    Box box = unit.box();
    Box.Numbering numbering = box.numbering();
    if (box.shipments().isEmpty() && (numbering == null || !numbering.issued())) {
      return unknown(request, box.sscc(), unit.numberer());
    }
    String uri = DigitalLink.ofLogisticUnit(box.sscc()).toUri(base);
    Uni<Response> answer =
        request.page()
            ? answers.page(
                request,
                200,
                Pages.unit(
                    answers
                        .frame(request, "SSCC " + box.sscc(), uri)
                        .forParties(unit.hops().stream().anyMatch(ScannedUnit.Hop::open)),
                    unit))
            : answers.json(request, UnitAnswer.of(unit, base, request.language()));
    return unit.caller() == null ? answer : answer.map(ScanAnswers::forNobodyElse);
  }

  private Uni<Response> unknown(
      ScanRequest request, Sscc sscc, @Nullable OperatorCard prefixOwner) {
    UnitWording words = request.language().units();
    return answers.notice(
        request,
        new ProblemException(
            ProblemType.NOT_FOUND,
            "SSCC "
                + sscc
                + ": was not given out here, and no shipment names it"
                + (prefixOwner == null
                    ? ""
                    : "; its company prefix is that of " + prefixOwner.name())),
        words.unknown(),
        prefixOwner == null
            ? words.unknownAdvice(sscc.value())
            : words.notUsedAdvice(sscc.value(), prefixOwner.name()));
  }
}
