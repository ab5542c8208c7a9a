package org.shilian.codes.item;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** The forms in which a range is offered: what it is, as JSON, or its codes. */
enum ItemFormat {
  JSON(".json", MediaType.APPLICATION_JSON),
  CSV(".csv", ItemFormat.TEXT_CSV),
  NDJSON(".ndjson", ItemFormat.APPLICATION_NDJSON),
  PDF(".pdf", ItemFormat.APPLICATION_PDF),
  ZPL(".zpl", ItemFormat.APPLICATION_ZPL),
  ZIP(".zip", ItemFormat.APPLICATION_ZIP);

  static final String TEXT_CSV = "text/csv";
  static final String APPLICATION_NDJSON = "application/x-ndjson";
  static final String APPLICATION_PDF = "application/pdf";
  static final String APPLICATION_ZPL = "application/zpl";
  static final String APPLICATION_ZIP = "application/zip";

  private final String suffix;
  private final String mediaType;

  ItemFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  String suffix() {
    return suffix;
  }

  MediaType mediaType() {
    MediaType type = MediaType.valueOf(mediaType);
    return mediaType.startsWith("text/") ? type.withCharset("UTF-8") : type;
  }

  /** The format that a path's end asks for, or null when it asks for none. */
  static @Nullable ItemFormat ofSuffix(String path) {
    for (ItemFormat format : values()) {
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
  static ItemFormat negotiated(Request request) {
    MediaType[] types =
        Arrays.stream(values())
            .map(format -> MediaType.valueOf(format.mediaType))
            .toArray(MediaType[]::new);
    Variant chosen = request.selectVariant(Variant.mediaTypes(types).build());
    for (ItemFormat format : values()) {
      if (chosen != null && MediaType.valueOf(format.mediaType).equals(chosen.getMediaType())) {
        return format;
      }
    }
    throw new ProblemException(
        ProblemType.NOT_ACCEPTABLE,
        "offered are "
            + Arrays.stream(values()).map(f -> f.mediaType).collect(Collectors.joining(", ")));
  }
}
