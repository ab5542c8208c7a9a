package org.shilian.codes.print;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** The forms in which codes are had: what they are, as JSON, or themselves. */
public enum PrintForm {
  JSON(".json", MediaType.APPLICATION_JSON),
  CSV(".csv", PrintForm.TEXT_CSV),
  NDJSON(".ndjson", PrintForm.APPLICATION_NDJSON),
  PDF(".pdf", PrintForm.APPLICATION_PDF),
  ZPL(".zpl", PrintForm.APPLICATION_ZPL),
  ZIP(".zip", PrintForm.APPLICATION_ZIP),
  SVG(".svg", PrintForm.IMAGE_SVG),
  PNG(".png", PrintForm.IMAGE_PNG);

  public static final String TEXT_CSV = "text/csv";
  public static final String APPLICATION_NDJSON = "application/x-ndjson";
  public static final String APPLICATION_PDF = "application/pdf";
  public static final String APPLICATION_ZPL = "application/zpl";
  public static final String APPLICATION_ZIP = "application/zip";
  public static final String IMAGE_SVG = "image/svg+xml";
  public static final String IMAGE_PNG = "image/png";

  /** The forms of many codes. */
  public static final List<PrintForm> MANY = List.of(JSON, CSV, NDJSON, PDF, ZPL, ZIP);

  /** The forms of one code. */
  public static final List<PrintForm> ONE = List.of(JSON, SVG, PNG, PDF, ZPL);

  private final String suffix;
  private final String mediaType;

  PrintForm(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  public String suffix() {
    return suffix;
  }

  public MediaType mediaType() {
    MediaType type = MediaType.valueOf(mediaType);
    return mediaType.startsWith("text/") ? type.withCharset("UTF-8") : type;
  }

  /**
   * What a request asks for.
   *
   * @param name the end of its path without the suffix
   * @param negotiated whether the Accept header decided, and not a suffix
   */
  public record Asked(PrintForm form, String name, boolean negotiated) {}

  /**
   * The form that a suffix of the path asks for, else the one that the Accept header likes best.
   *
   * @param path the end of the path
   * @throws ProblemException NOT_ACCEPTABLE if the header likes none
   */
  public static Asked asked(String path, Request request, List<PrintForm> offered) {
    for (PrintForm form : offered) {
      if (path.endsWith(form.suffix)) {
        return new Asked(form, path.substring(0, path.length() - form.suffix.length()), false);
      }
    }
    return new Asked(negotiated(request, offered), path, true);
  }

  private static PrintForm negotiated(Request request, List<PrintForm> offered) {
    MediaType[] types =
        offered.stream().map(form -> MediaType.valueOf(form.mediaType)).toArray(MediaType[]::new);
    @Nullable Variant chosen = request.selectVariant(Variant.mediaTypes(types).build());
    for (PrintForm form : offered) {
      if (chosen != null && MediaType.valueOf(form.mediaType).equals(chosen.getMediaType())) {
        return form;
      }
    }
    throw new ProblemException(
        ProblemType.NOT_ACCEPTABLE,
        "offered are "
            + offered.stream().map(form -> form.mediaType).collect(Collectors.joining(", ")));
  }
}
