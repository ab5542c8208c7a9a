package org.shilian.scan;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.scan.words.Wording;

/** How scans are answered: the headers that all pages and all JSON have. */
@ApplicationScoped
class ScanAnswers {
  private final StyleSheet style;

  ScanAnswers(StyleSheet style) {
    this.style = style;
  }

  /**
   * What stands round the content of a page.
   *
   * @param canonical the one URI of what the page is about; null when it is about nothing
   */
  Frame frame(ScanRequest request, String title, @Nullable String canonical) {
    return new Frame(
        request.language(), title, style.css(), request.inOtherLanguage(), canonical, false);
  }

  /** An answer for a program. */
  Uni<Response> json(ScanRequest request, Object answer) {
    return Uni.createFrom()
        .item(answered(Response.ok(answer), request).type(MediaType.APPLICATION_JSON_TYPE).build());
  }

  /** A page that does nothing. */
  Uni<Response> page(ScanRequest request, int status, TemplateInstance page) {
    return page(request, status, page, style.policy());
  }

  /** A page with a button. */
  Uni<Response> pageWithForm(ScanRequest request, TemplateInstance page) {
    return page(request, 200, page, style.policyWithForm());
  }

  private static Uni<Response> page(
      ScanRequest request, int status, TemplateInstance page, String policy) {
    return page.createUni()
        .map(
            html ->
                answered(Response.status(status).entity(html), request)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header("Content-Security-Policy", policy)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .build());
  }

  /** That there is nothing to tell: as a page with heading and advice, or as a problem. */
  Uni<Response> notice(
      ScanRequest request, ProblemException problem, String heading, String advice) {
    return request.page()
        ? page(
            request,
            problem.problem().status(),
            Pages.notice(frame(request, heading, null), heading, advice))
        : Uni.createFrom().failure(problem);
  }

  /** That what was scanned is no code. */
  Uni<Response> wrong(ScanRequest request, Gs1Exception e) {
    String reason = String.valueOf(e.getMessage());
    Wording words = request.language().wording();
    return notice(
        request,
        new ProblemException(
            ProblemType.BAD_REQUEST, reason, List.of(new Violation(e.what(), e.value(), e.rule()))),
        words.codeWrong(),
        words.codeWrongAdvice(reason));
  }

  /** What a party is told is for nobody's cache. */
  static Response forNobodyElse(Response response) {
    return Response.fromResponse(response)
        .header(HttpHeaders.CACHE_CONTROL, null)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** A story changes with every event, so nobody may keep it; and it depends on what was asked. */
  private static Response.ResponseBuilder answered(
      Response.ResponseBuilder response, ScanRequest request) {
    return response
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .header(HttpHeaders.CONTENT_LANGUAGE, request.language().tag());
  }
}
