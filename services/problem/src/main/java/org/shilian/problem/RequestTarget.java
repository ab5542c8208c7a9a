package org.shilian.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request target that is no URI (RFC 9112, section 3.2), such as {@code /%zz}, with a
 * problem. The framework refuses it too, earlier and with an empty 400, unless the system property
 * {@value #FRAMEWORK_CHECK_OFF} is set before it starts; whoever sets it relies on this class to
 * refuse the same.
 */
@Singleton
public class RequestTarget {
  /** Turns the framework's own check off; only a JVM-wide property is offered for it. */
  public static final String FRAMEWORK_CHECK_OFF = "vertx.disableURIValidation";

  /** Before everything else that looks at the path. */
  private static final int FIRST = 10_000;

  void register(@Observes Filters filters) {
    filters.register(RequestTarget::refuseWhatIsNoUri, FIRST);
  }

  private static void refuseWhatIsNoUri(RoutingContext context) {
    String reason = flaw(context.request().uri());
    if (reason == null) {
      context.next();
      return;
    }
    Problem problem =
        Problem.of(
            ProblemType.BAD_REQUEST,
            "the request target is no URI: " + reason,
            List.of(new Violation("", context.request().uri(), "must be a URI, RFC 3986")));
    RouterProblems.answer(new Occurrence(problem.at(quoted(context.request())), Map.of()), context);
  }

  private static @Nullable String flaw(String target) {
    try {
      URI ignored = new URI(target);
      return null;
    } catch (URISyntaxException e) {
      return e.getReason() + " at character " + e.getIndex();
    }
  }

  /** The path as it was sent, with every character that a path cannot have quoted. */
  private static String quoted(HttpServerRequest request) {
    try {
      String path = request.path();
      return new URI(null, null, path == null ? "/" : path, null).getRawPath();
    } catch (URISyntaxException e) {
      return "/";
    }
  }
}
