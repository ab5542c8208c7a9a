package org.shilian.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One problem met by one request, and the headers that go with it. This is the one place that
 * decides what a failure means to the client and what the log hears of it.
 */
record Occurrence(Problem problem, Map<String, String> headers) {
  private static final Logger LOG = Logger.getLogger("org.shilian.problem");
  private static final int MAX_CAUSES = 20;
  private static final String RETRY_SECONDS = "5";

  static Occurrence of(Throwable failure, RoutingContext context) {
    ProblemException known = known(failure, context);
    if (known == null) {
      // the router says whose fault it is, such as that of a client that sends no Host
      return context.statusCode() >= 400 && context.statusCode() < 500
          ? of(context.statusCode(), context)
          : incident(failure, context);
    }
    return met(known.problem().at(path(context)), known.headers(), context);
  }

  /** The problem of a bare status, as the router gives it. */
  static Occurrence of(int status, RoutingContext context) {
    return met(ofStatus(status, context).at(path(context)), Map.of(), context);
  }

  private static Occurrence met(
      Problem problem, Map<String, String> headers, RoutingContext context) {
    return new Occurrence(EpcisProblem.at(path(context), problem), headers);
  }

  Occurrence withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Occurrence(problem, more);
  }

  private static @Nullable ProblemException known(Throwable failure, RoutingContext context) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof JsonProcessingException json && !nestsProblem(json)) {
        return JsonProblems.of(json);
      }
      if (cause instanceof CharConversionException) {
        return new ProblemException(
            ProblemType.MALFORMED_JSON, "the text is not in UTF-8: " + cause.getMessage());
      }
      if (Away.is(cause)) {
        LOG.warnf(failure, "%s %s: unavailable", context.request().method(), path(context));
        return new ProblemException(ProblemType.UNAVAILABLE, "please try again in some seconds")
            .withHeader("Retry-After", RETRY_SECONDS);
      }
      cause = cause.getCause();
    }
    if (failure instanceof ForbiddenException) {
      return new ProblemException(
          ProblemType.FORBIDDEN, "the role of this API key does not include this");
    }
    if (failure instanceof UnauthorizedException) {
      return new ProblemException(
          ProblemType.UNAUTHENTICATED, "this needs an API key: Authorization: Bearer slk_…");
    }
    if (failure instanceof AuthenticationException) {
      return new ProblemException(ProblemType.UNAUTHENTICATED, "the API key is unknown or revoked");
    }
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return ofResponse(web.getResponse(), context);
    }
    return null;
  }

  private static boolean nestsProblem(JsonProcessingException e) {
    return e.getCause() instanceof ProblemException;
  }

  private static ProblemException ofResponse(Response response, RoutingContext context) {
    ProblemException problem = ProblemException.of(ofStatus(response.getStatus(), context));
    for (String name : List.of("Allow", "Retry-After", "WWW-Authenticate")) {
      String value = response.getHeaderString(name);
      if (value != null) {
        problem = problem.withHeader(name, value);
      }
    }
    if (response.getStatus() == ProblemType.METHOD_NOT_ALLOWED.status()
        && response.getHeaderString("Allow") == null) {
      problem = problem.withHeader("Allow", AllowedMethods.of(path(context)));
    }
    return problem;
  }

  private static Problem ofStatus(int status, RoutingContext context) {
    ProblemType type = ProblemType.ofStatus(status);
    if (type == null) {
      String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
      return new Problem("about:blank", reason, status, reason, null, List.of());
    }
    HttpMethod method = context.request().method();
    String accept = context.request().getHeader("Accept");
    String contentType = context.request().getHeader("Content-Type");
    String detail =
        switch (type) {
          case NOT_FOUND -> "nothing answers to " + path(context);
          case METHOD_NOT_ALLOWED -> method + " is not offered for " + path(context);
          case NOT_ACCEPTABLE -> path(context) + " is not offered as " + accept;
          case UNSUPPORTED_MEDIA_TYPE ->
              path(context) + " does not read " + (contentType == null ? "this" : contentType);
          default -> type.title();
        };
    return Problem.of(type, detail, List.of());
  }

  private static Occurrence incident(Throwable failure, RoutingContext context) {
    byte[] random = new byte[8];
    ThreadLocalRandom.current().nextBytes(random);
    String incident = HexFormat.of().formatHex(random);
    String message =
        "incident " + incident + ": " + context.request().method() + " " + path(context);
    if (context.response().closed()) {
      LOG.debug(message + ": the client went away", failure);
    } else {
      LOG.error(message, failure);
    }
    Problem problem =
        Problem.of(
            ProblemType.INTERNAL,
            "an unexpected failure, written to the log as incident " + incident,
            List.of());
    return met(problem.at("urn:shilian:incident:" + incident), Map.of(), context);
  }

  private static String path(RoutingContext context) {
    String path = context.request().path();
    return path == null ? "/" : path;
  }
}
