package org.shilian.scan;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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
import org.shilian.chain.trade.Line;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.order.Delivery;
import org.shilian.registry.order.OrderBook;
import org.shilian.registry.order.OrderCode;
import org.shilian.registry.order.OrderRecord;
import org.shilian.registry.order.SealedMeal;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.OrderWording;

/**
 * Resolves the Digital Links of order codes. A sealed meal's is for whoever holds the meal. Of a
 * delivery's anybody is told that it is one, and only its parties and regulators what it is; they
 * come with an API key.
 */
@Path("/253/{gdti}")
@PermitAll
@Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
@Tag(name = "scan", description = "What anybody who scans a code is told")
class OrderScanResource {
  /** How many lots of a meal are looked up; no dish has more. */
  private static final int MOST_LOTS = 50;

  private final OrderBook book;
  private final Directory directory;
  private final LotGlances glances;
  private final ScanAnswers answers;
  private final SecurityIdentity identity;
  private final String base;

  OrderScanResource(
      OrderBook book,
      Directory directory,
      LotGlances glances,
      ScanAnswers answers,
      SecurityIdentity identity,
      ResolverConfig resolver) {
    this.book = book;
    this.directory = directory;
    this.glances = glances;
    this.answers = answers;
    this.identity = identity;
    this.base = resolver.baseUri();
  }

  /** The page of a code. */
  @GET
  @Operation(
      operationId = "scanOrder",
      summary = "What an order code is for: a sealed meal, or a delivery",
      description =
          "Of a delivery only its seller, its buyer (with its API key), regulators and admins are"
              + " told more than that it is one.")
  @Parameter(
      name = "gdti",
      in = ParameterIn.PATH,
      required = true,
      description = "The GDTI with its serial",
      example = "9521199000004044G14HPJWCDBPFS1",
      schema = @Schema(type = SchemaType.STRING))
  @APIResponse(
      responseCode = "200",
      description = "The meal or delivery",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = OrderAnswer.class))
      })
  @APIResponse(responseCode = "400", description = "The code is wrong, for example its check digit")
  @APIResponse(
      responseCode = "404",
      description = "No such code was issued here: it is not genuine")
  public Uni<Response> order(@Context HttpServerRequest http, @Context Request negotiation) {
    ScanRequest request = ScanRequest.of(http, negotiation);
    Gdti gdti;
    try {
      gdti = new Gdti(request.link().primaryKey());
    } catch (Gs1Exception e) {
      return wrong(request, e);
    }
    return book.find(gdti)
        .chain(
            record -> {
              if (record == null) {
                return notIssued(request, gdti);
              }
              SealedMeal meal = record.meal();
              return meal == null ? delivery(request, record) : meal(request, record.code(), meal);
            });
  }

  /** Whoever holds the meal says that the seal is broken. */
  @POST
  @Path("opened")
  @Operation(
      operationId = "openSeal",
      summary = "Say that the seal of a meal is broken",
      description =
          "For whoever holds the meal: the code on the seal is all that is needed. The first time"
              + " is kept; nothing is kept of who says it.")
  @APIResponse(responseCode = "303", description = "Noted; Location is the page of the code")
  @APIResponse(
      responseCode = "404",
      description = "No such code was issued here: it is not genuine")
  @APIResponse(responseCode = "409", description = "The code is on no sealed meal")
  public Uni<Response> opened(
      @Parameter(
              description = "The GDTI with its serial",
              example = "9521199000004044G14HPJWCDBPFS1")
          @PathParam("gdti")
          String code,
      @Context HttpServerRequest http,
      @Context Request negotiation) {
    ScanRequest request = ScanRequest.of(http, negotiation);
    Gdti gdti;
    try {
      gdti = new Gdti(code);
    } catch (Gs1Exception e) {
      return wrong(request, e);
    }
    return book.find(gdti)
        .chain(record -> record == null ? notIssued(request, gdti) : opened(request, record));
  }

  private Uni<Response> opened(ScanRequest request, OrderRecord record) {
    Gdti gdti = record.code().gdti();
    SealedMeal meal = record.meal();
    if (meal == null || meal.sealings() == 0) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "order code " + gdti + ": is on no sealed meal; its state is " + record.state());
    }
    URI page =
        URI.create(DigitalLink.ofDocument(gdti).path() + "?lang=" + request.language().tag());
    return book.open(gdti).replaceWith(() -> Response.seeOther(page).build());
  }

  private Uni<Response> meal(ScanRequest request, OrderCode code, SealedMeal meal) {
    return Uni.combine()
        .all()
        .unis(
            directory.operators(Set.of(code.owner())),
            glances.of(meal.lots().stream().limit(MOST_LOTS).toList()))
        .with((operators, lots) -> new ScannedMeal(code, meal, operators.get(code.owner()), lots))
        .chain(scanned -> meal(request, scanned));
  }

  private Uni<Response> meal(ScanRequest request, ScannedMeal scanned) {
    String uri = DigitalLink.ofDocument(scanned.code().gdti()).toUri(base);
    if (!request.page()) {
      return answers.json(request, OrderAnswer.of(uri, scanned, base, request.language()));
    }
    OperatorCard kitchen = scanned.kitchen();
    OrderWording words = request.language().orders();
    String title = kitchen == null ? words.meal() : kitchen.name();
    return answers.pageWithForm(request, Pages.meal(answers.frame(request, title, uri), scanned));
  }

  private Uni<Response> delivery(ScanRequest request, OrderRecord record) {
    OrderCode code = record.code();
    Delivery delivery = record.delivery();
    Caller caller = identity.isAnonymous() ? null : Caller.of(identity);
    Delivery seen = delivery == null || caller == null ? null : seen(code, delivery, caller);
    if (seen == null || caller == null) {
      return anothersDelivery(request, code);
    }
    Set<Gtin> gtins =
        seen.shipments().stream()
            .flatMap(shipment -> shipment.lines().stream())
            .map(Line::gtin)
            .collect(Collectors.toSet());
    return Uni.combine()
        .all()
        .unis(directory.operators(Set.of(code.owner())), directory.products(gtins))
        .with(
            (operators, products) ->
                new ScannedDelivery(
                    code,
                    seen,
                    operators.get(code.owner()),
                    products,
                    receiver(seen, caller.operator())))
        .chain(scanned -> delivery(request, scanned))
        .map(ScanAnswers::forNobodyElse);
  }

  /** The part of a delivery that is this caller's business; null if none of it is. */
  private static @Nullable Delivery seen(OrderCode code, Delivery delivery, Caller caller) {
    Uscc operator = caller.operator();
    if (caller.role() != Caller.Role.ENTERPRISE || code.owner().equals(operator)) {
      return delivery;
    }
    return operator == null ? null : delivery.to(operator);
  }

  private static @Nullable Uscc receiver(Delivery seen, @Nullable Uscc operator) {
    boolean open =
        operator != null
            && seen.shipments().stream()
                .anyMatch(shipment -> shipment.isTo(operator) && shipment.receivedAt() == null);
    return open ? operator : null;
  }

  private Uni<Response> delivery(ScanRequest request, ScannedDelivery scanned) {
    String uri = DigitalLink.ofDocument(scanned.code().gdti()).toUri(base);
    return request.page()
        ? answers.page(
            request,
            200,
            Pages.delivery(
                answers
                    .frame(request, request.language().orders().delivery(), uri)
                    .forParties(true),
                scanned))
        : answers.json(request, OrderAnswer.of(uri, scanned, request.language()));
  }

  private Uni<Response> anothersDelivery(ScanRequest request, OrderCode code) {
    Language in = request.language();
    String uri = DigitalLink.ofDocument(code.gdti()).toUri(base);
    return request.page()
        ? answers.page(
            request,
            200,
            Pages.notice(
                answers.frame(request, in.orders().delivery(), uri),
                in.orders().delivery(),
                in.orders().deliveryAdvice()))
        : answers.json(request, OrderAnswer.ofAnothersDelivery(uri, code, in));
  }

  private Uni<Response> notIssued(ScanRequest request, Gdti gdti) {
    if (!request.page()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "order code " + gdti + ": was not issued here; it is not genuine");
    }
    OrderWording words = request.language().orders();
    return answers.page(
        request,
        404,
        Pages.notice(
            answers.frame(request, words.notIssued(), null),
            words.notIssued(),
            words.notIssuedAdvice(gdti.value())));
  }

  private Uni<Response> wrong(ScanRequest request, Gs1Exception e) {
    String reason = String.valueOf(e.getMessage());
    if (!request.page()) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, reason, List.of(new Violation(e.what(), e.value(), e.rule())));
    }
    var words = request.language().wording();
    return answers.page(
        request,
        400,
        Pages.notice(
            answers.frame(request, words.codeWrong(), null),
            words.codeWrong(),
            words.codeWrongAdvice(reason)));
  }
}
