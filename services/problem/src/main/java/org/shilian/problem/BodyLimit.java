package org.shilian.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body beyond {@code quarkus.http.limits.max-body-size} with a problem: at once when
 * Content-Length says so, else when a chunked or unpacked body has been read past the limit. The
 * framework's own check would answer without a body and, in the second case, leave the endpoint
 * with a bare I/O error.
 */
@Provider
@Priority(BodyLimit.AFTER_UNPACKING)
@Singleton
public class BodyLimit implements ReaderInterceptor {
  static final int AFTER_UNPACKING = Priorities.ENTITY_CODER + 1;

  /** Where the framework leaves the limit for its own blocking input stream. */
  private static final String FRAMEWORK_LIMIT = "io.quarkus.max-request-size";

  /** The framework checks at route order -2; a filter of priority p runs at order -p. */
  private static final int BEFORE_FRAMEWORK = 1000;

  private static final int AFTER_FRAMEWORK = 1;

  private final long limit;

  @Inject
  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
          MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseByLength, BEFORE_FRAMEWORK);
    filters.register(BodyLimit::leaveStreamToInterceptor, AFTER_FRAMEWORK);
  }

  private void refuseByLength(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && exceeds(length)) {
      RouterProblems.answer(Occurrence.of(tooLarge(), context), context);
    } else {
      context.next();
    }
  }

  private boolean exceeds(String length) {
    try {
      return Long.parseLong(length) > limit;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static void leaveStreamToInterceptor(RoutingContext context) {
    context.remove(FRAMEWORK_LIMIT);
    context.next();
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    InputStream body = context.getInputStream();
    if (body != null) {
      context.setInputStream(over(body));
    }
    return context.proceed();
  }

  /** The same stream, which ends in a problem once more than the limit has been read from it. */
  InputStream over(InputStream body) {
    return new Limited(body);
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        ProblemType.TOO_LARGE, "the body is longer than " + limit + " bytes; send it in parts");
  }

  /**
   * Ends the connection (in HTTP/2: the stream) once the answer is out, so that nobody waits for
   * the rest of a body that is not wanted.
   */
  static void hangUpAfterAnswer(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended()) {
      return;
    }
    if (context.request().version() != HttpVersion.HTTP_2) {
      response.putHeader(HttpHeaders.CONNECTION, "close");
      context.addEndHandler(done -> context.request().connection().close());
    }
  }

  private final class Limited extends FilterInputStream {
    private long read;

    Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      if (octet >= 0) {
        count(1);
      }
      return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = super.read(into, offset, length);
      if (got > 0) {
        count(got);
      }
      return got;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) {
      read += more;
      if (read > limit) {
        throw tooLarge();
      }
    }
  }
}
