package org.shilian.codes;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** The forms in which a code is offered. */
public enum Format {
  JSON(".json", MediaType.APPLICATION_JSON),
  SVG(".svg", "image/svg+xml"),
  PNG(".png", "image/png");

  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(JSON.mediaType(), SVG.mediaType(), PNG.mediaType()).build();

  private final String suffix;
  private final String mediaType;

  Format(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** What a path that asks for it ends in. */
  public String suffix() {
    return suffix;
  }

  /** What it is sent as. */
  public MediaType mediaType() {
    return MediaType.valueOf(mediaType);
  }

  /** The format that a path's end asks for, or null when it asks for none. */
  public static @Nullable Format ofSuffix(String path) {
    for (Format format : values()) {
      if (path.endsWith(format.suffix)) {
        return format;
      }
    }
    return null;
  }

  /**
   * The format that the Accept header likes best.
   *
   * @throws ProblemException when it likes none
   */
  public static Format negotiated(Request request) {
    Variant chosen = request.selectVariant(VARIANTS);
    for (Format format : values()) {
      if (chosen != null && format.mediaType().equals(chosen.getMediaType())) {
        return format;
      }
    }
    throw new ProblemException(
        ProblemType.NOT_ACCEPTABLE, "offered are application/json, image/svg+xml and image/png");
  }
}
