package org.shilian.codes.file;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** The forms in which codes are offered: what they are, as JSON, or the codes. */
public enum FileFormat {
  JSON(".json", MediaType.APPLICATION_JSON),
  CSV(".csv", FileFormat.TEXT_CSV),
  NDJSON(".ndjson", FileFormat.APPLICATION_NDJSON),
  PDF(".pdf", FileFormat.APPLICATION_PDF),
  ZPL(".zpl", FileFormat.APPLICATION_ZPL),
  ZIP(".zip", FileFormat.APPLICATION_ZIP);

  public static final String TEXT_CSV = "text/csv";
  public static final String APPLICATION_NDJSON = "application/x-ndjson";
  public static final String APPLICATION_PDF = "application/pdf";
  public static final String APPLICATION_ZPL = "application/zpl";
  public static final String APPLICATION_ZIP = "application/zip";

  private final String suffix;
  private final String mediaType;

  FileFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** What a path that asks for it ends in. */
  public String suffix() {
    return suffix;
  }

  /** What it is sent as. */
  public MediaType mediaType() {
    MediaType type = MediaType.valueOf(mediaType);
    return mediaType.startsWith("text/") ? type.withCharset("UTF-8") : type;
  }

  /** The format that a path's end asks for, or null when it asks for none. */
  public static @Nullable FileFormat ofSuffix(String path) {
    for (FileFormat format : values()) {
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
  public static FileFormat negotiated(Request request) {
    MediaType[] types =
        Arrays.stream(values())
            .map(format -> MediaType.valueOf(format.mediaType))
            .toArray(MediaType[]::new);
    Variant chosen = request.selectVariant(Variant.mediaTypes(types).build());
    for (FileFormat format : values()) {
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
