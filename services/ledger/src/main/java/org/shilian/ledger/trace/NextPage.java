package org.shilian.ledger.trace;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The Link header (RFC 8288) of an answer that goes on. */
final class NextPage {
  private NextPage() {}

  /** The header's value; null on the last page. */
  static @Nullable String link(UriInfo uri, @Nullable String next) {
    if (next == null) {
      return null;
    }
    URI page = uri.getRequestUriBuilder().replaceQueryParam("after", next).build();
    return "<" + page.getRawPath() + "?" + page.getRawQuery() + ">; rel=\"next\"";
  }
}
