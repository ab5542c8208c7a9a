package org.shilian.scan;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is somebody's who looks, or a program's that fetches what nobody has opened.
 */
final class Visit {
  /**
   * What stands in the User-Agent of programs that fetch a page to show what is behind a link, or
   * to index it, in lower case. A browser inside a messenger calls itself otherwise.
   */
  private static final List<String> FETCHERS =
      List.of(
          "bot",
          "crawler",
          "spider",
          "slurp",
          "preview",
          "externalhit",
          "externalagent",
          "linkexpanding",
          "whatsapp/",
          "embedly",
          "mattermost");

  /** Headers by which a browser says that it fetches ahead of its user. */
  private static final List<String> AHEAD = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

  private Visit() {}

  /** Whether the answer is for somebody who scanned or opened the address. */
  static boolean isByPerson(HttpServerRequest request) {
    return !request.method().equals(HttpMethod.HEAD)
        && AHEAD.stream().map(request::getHeader).noneMatch(Visit::saysAhead)
        && !isFetcher(request.getHeader("User-Agent"));
  }

  private static boolean saysAhead(@Nullable String purpose) {
    return purpose != null
        && Stream.of("prefetch", "prerender", "preview")
            .anyMatch(purpose.toLowerCase(Locale.ROOT)::contains);
  }

  private static boolean isFetcher(@Nullable String agent) {
    if (agent == null) {
      return false;
    }
    String name = agent.toLowerCase(Locale.ROOT);
    return FETCHERS.stream().anyMatch(name::contains);
  }
}
