package org.shilian.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns everything a REST endpoint can end with, other than an answer, into a problem. */
public class ProblemMappers {
  private static final String CHALLENGE_HEADER = "WWW-Authenticate";
  private static final String CHALLENGE = "Bearer realm=\"shilian\"";

  @ServerExceptionMapper
  public Response problem(ProblemException e, RoutingContext context) {
    return answer(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Response status(WebApplicationException e, RoutingContext context) {
    Response response = e.getResponse();
    if (response.getStatus() < 400 || response.hasEntity()) {
      return response;
    }
    return answer(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException e, RoutingContext context) {
    return answer(Occurrence.of(e, context), context);
  }

  // the framework has a mapper for this one, which would win over that of its superclass
  @ServerExceptionMapper
  public Response binding(MismatchedInputException e, RoutingContext context) {
    return answer(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Uni<Response> unauthorized(UnauthorizedException e, RoutingContext context) {
    return challenge(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Uni<Response> failed(AuthenticationFailedException e, RoutingContext context) {
    return challenge(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Uni<Response> incomplete(AuthenticationCompletionException e, RoutingContext context) {
    return challenge(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e, RoutingContext context) {
    return answer(Occurrence.of(e, context), context);
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e, RoutingContext context) {
    return answer(Occurrence.of(e, context), context);
  }

  /** Answers with the challenge of RFC 9110, section 11.6.1, as the mechanism in use words it. */
  private static Uni<Response> challenge(Occurrence occurrence, RoutingContext context) {
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    Uni<String> challenge =
        authenticator == null
            ? Uni.createFrom().item(CHALLENGE)
            : authenticator.getChallenge(context).map(ProblemMappers::header);
    return challenge
        .onFailure()
        .recoverWithItem(CHALLENGE)
        .map(header -> answer(occurrence.withHeader(CHALLENGE_HEADER, header), context));
  }

  private static String header(@Nullable ChallengeData data) {
    if (data != null) {
      for (Map.Entry<CharSequence, String> header : data.getHeaders().entrySet()) {
        if (CHALLENGE_HEADER.contentEquals(header.getKey())) {
          return header.getValue();
        }
      }
    }
    return CHALLENGE;
  }

  private static Response answer(Occurrence occurrence, RoutingContext context) {
    Response.ResponseBuilder response =
        Response.status(occurrence.problem().status())
            .type(Problem.MEDIA_TYPE)
            .entity(occurrence.problem().toJson());
    occurrence.headers().forEach(response::header);
    if (occurrence.problem().status() == ProblemType.TOO_LARGE.status()) {
      BodyLimit.hangUpAfterAnswer(context);
    }
    return response.build();
  }
}
