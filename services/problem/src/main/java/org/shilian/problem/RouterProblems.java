package org.shilian.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Problems for what fails outside REST endpoints: paths nobody serves, and other routes. */
@Singleton
public class RouterProblems {
  void register(@Observes Router router) {
    for (int status : new int[] {400, 404, 405, 406, 415}) {
      router.errorHandler(status, context -> answer(Occurrence.of(status, context), context));
    }
    // just before the framework's last failure handler
    router.route().order(Integer.MAX_VALUE - 1).failureHandler(RouterProblems::failed);
  }

  private static void failed(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure == null) {
      int status = context.statusCode() < 400 ? 500 : context.statusCode();
      answer(Occurrence.of(status, context), context);
    } else {
      answer(Occurrence.of(failure, context), context);
    }
  }

  static void answer(Occurrence occurrence, RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (response.headWritten()) {
      // half an answer is out already: only a broken connection tells the client so
      context.request().connection().close();
      return;
    }
    if (occurrence.problem().status() == ProblemType.TOO_LARGE.status()) {
      BodyLimit.hangUpAfterAnswer(context);
    }
    response.setStatusCode(occurrence.problem().status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    occurrence.headers().forEach(response::putHeader);
    response.end(Buffer.buffer(occurrence.problem().toJson()));
  }
}
