package org.shilian.scan;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.scan.words.Language;

/**
 * What a scan asks for: the code as it was scanned, and how the answer is wanted.
 *
 * @param path the raw path, in which a slash that belongs to a lot is still {@code %2F}
 * @param query the raw query; null when there is none
 * @param page whether a page is wanted rather than JSON
 * @param visit whether somebody looks at the answer, as {@link Visit} has it
 */
record ScanRequest(
    String path, @Nullable String query, Language language, boolean page, boolean visit) {

  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.TEXT_HTML_TYPE, MediaType.APPLICATION_JSON_TYPE).build();

  /**
   * Reads a request.
   *
   * @throws ProblemException when neither HTML nor JSON is accepted
   */
  static ScanRequest of(HttpServerRequest http, Request negotiation) {
    Variant chosen = negotiation.selectVariant(VARIANTS);
    if (chosen == null) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE, "offered are text/html and application/json");
    }
    return new ScanRequest(
        http.path(),
        http.query(),
        Language.choose(http.getParam("lang"), http.getHeader("Accept-Language")),
        chosen.getMediaType().equals(MediaType.TEXT_HTML_TYPE),
        Visit.isByPerson(http));
  }

  /**
   * The code.
   *
   * @throws org.shilian.gs1.Gs1Exception when it is none
   */
  DigitalLink link() {
    return DigitalLink.parse(query == null ? path : path + "?" + query);
  }

  /** A reference to the same page in the other language; all else in the query stays as it is. */
  String inOtherLanguage() {
    String lang = "lang=" + language.other().tag();
    if (query == null || query.isEmpty()) {
      return "?" + lang;
    }
    String rest =
        Arrays.stream(query.split("&"))
            .filter(parameter -> !isLang(parameter))
            .collect(Collectors.joining("&"));
    return rest.isEmpty() ? "?" + lang : "?" + rest + "&" + lang;
  }

  /**
   * A reference from this page to that of another code, at the same resolver, whatever stands in
   * front of its paths, and in the language that was asked for.
   */
  String hrefOf(DigitalLink other) {
    long depth = path.chars().filter(c -> c == '/').count() - 1;
    boolean asked = query != null && Arrays.stream(query.split("&")).anyMatch(ScanRequest::isLang);
    return "../".repeat((int) depth)
        + other.path().substring(1)
        + (asked ? "?lang=" + language.tag() : "");
  }

  private static boolean isLang(String parameter) {
    return parameter.startsWith("lang=");
  }
}
