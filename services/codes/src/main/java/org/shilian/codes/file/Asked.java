package org.shilian.codes.file;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/**
 * What a request for codes asks for, and the answer that fits it.
 *
 * @param name the end of the path without a suffix
 * @param negotiated whether the Accept header decided on the form, and not a suffix
 */
public record Asked(CodeForm form, String name, boolean negotiated) {
  private static final String NOT_TO_BE_KEPT = "no-store";

  /**
   * Reads the form that a suffix of the path asks for, else the one that the Accept header likes
   * best.
   *
   * @param path the end of the path
   * @throws ProblemException NOT_ACCEPTABLE if the header likes none
   */
  public static Asked of(String path, Request request, List<CodeForm> offered) {
    for (CodeForm form : offered) {
      if (path.endsWith(form.suffix())) {
        return new Asked(form, path.substring(0, path.length() - form.suffix().length()), false);
      }
    }
    return new Asked(negotiated(request, offered), path, true);
  }

  private static CodeForm negotiated(Request request, List<CodeForm> offered) {
    MediaType[] types =
        offered.stream().map(form -> MediaType.valueOf(form.type())).toArray(MediaType[]::new);
    @Nullable Variant chosen = request.selectVariant(Variant.mediaTypes(types).build());
    for (CodeForm form : offered) {
      if (chosen != null && MediaType.valueOf(form.type()).equals(chosen.getMediaType())) {
        return form;
      }
    }
    throw new ProblemException(
        ProblemType.NOT_ACCEPTABLE,
        "offered are " + offered.stream().map(CodeForm::type).collect(Collectors.joining(", ")));
  }

  /** Whether what the codes are is asked for, and not they themselves. */
  public boolean isReport() {
    return form == CodeForm.JSON;
  }

  /** An answer that nobody between here and the client may keep. */
  public Response answer(Object body) {
    return answer(body, NOT_TO_BE_KEPT);
  }

  /**
   * An answer.
   *
   * @param caching its Cache-Control
   */
  public Response answer(Object body, String caching) {
    return built(Response.ok(body), caching);
  }

  /**
   * An answer to be saved under a name.
   *
   * @param fileName without a suffix, of characters that any file name may have
   */
  public Response download(CodeFile file, String fileName) {
    return built(
        Response.ok(file)
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + fileName + form.suffix() + "\""),
        NOT_TO_BE_KEPT);
  }

  private Response built(Response.ResponseBuilder response, String caching) {
    if (negotiated) {
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
    return response.type(form.mediaType()).header(HttpHeaders.CACHE_CONTROL, caching).build();
  }
}
