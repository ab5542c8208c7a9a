package org.shilian.registry.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Hands on what fails once it is known who calls, so that it is answered like every other failure.
 * The framework does the same one step later; but on the way, for each request and whether or not
 * anything fails, it draws up a map of all paths of the API in order to count failures by path,
 * which costs more than to look the key up.
 */
@Singleton
class AccessFailures {
  /** The priority at which the framework authenticates; of two filters, its own comes first. */
  private static final int AFTER_AUTHENTICATION = 200;

  private static final BiConsumer<RoutingContext, Throwable> HAND_ON = AccessFailures::handOn;

  void register(@Observes Filters filters) {
    filters.register(AccessFailures::replaceDefault, AFTER_AUTHENTICATION);
  }

  private static void replaceDefault(RoutingContext context) {
    if (context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler) {
      context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, HAND_ON);
    }
    context.next();
  }

  private static void handOn(RoutingContext context, Throwable failure) {
    DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(context, failure);
    if (!context.failed()) {
      context.fail(DefaultAuthFailureHandler.extractRootCause(failure));
    }
  }
}
