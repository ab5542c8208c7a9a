package org.shilian.codes.file;

import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The forms in which codes are had: what they are, as JSON, or themselves. */
public enum CodeForm {
  JSON(".json", MediaType.APPLICATION_JSON),
  CSV(".csv", "text/csv"),
  NDJSON(".ndjson", "application/x-ndjson"),
  PDF(".pdf", "application/pdf"),
  ZPL(".zpl", "application/zpl"),
  ZIP(".zip", "application/zip"),
  SVG(".svg", "image/svg+xml"),
  PNG(".png", "image/png");

  /** The forms of a code that has no label. */
  public static final List<CodeForm> SYMBOL = List.of(JSON, SVG, PNG);

  /** The forms of one code. */
  public static final List<CodeForm> ONE = List.of(JSON, SVG, PNG, PDF, ZPL);

  /** The forms of many codes. */
  public static final List<CodeForm> MANY = List.of(JSON, CSV, NDJSON, PDF, ZPL, ZIP);

  /** The media types of {@link #SYMBOL}, as {@code @Produces} wants them. */
  public static final String SYMBOL_TYPES = "application/json,image/svg+xml,image/png";

  /** The media types of {@link #ONE}. */
  public static final String ONE_TYPES = SYMBOL_TYPES + ",application/pdf,application/zpl";

  /** The media types of {@link #MANY} but for JSON. */
  public static final String FILE_TYPES =
      "text/csv,application/x-ndjson,application/pdf,application/zpl,application/zip";

  /** The media types of {@link #MANY}. */
  public static final String MANY_TYPES = "application/json," + FILE_TYPES;

  private final String suffix;
  private final String type;

  CodeForm(String suffix, String type) {
    this.suffix = suffix;
    this.type = type;
  }

  /** What a path that asks for it ends in. */
  public String suffix() {
    return suffix;
  }

  /** What it is sent as. */
  public MediaType mediaType() {
    MediaType sent = MediaType.valueOf(type);
    return type.startsWith("text/") ? sent.withCharset("UTF-8") : sent;
  }

  /** What is written in an Accept header. */
  String type() {
    return type;
  }

  /** Whether it is bytes rather than text. */
  boolean binary() {
    return this == PDF || this == ZIP || this == PNG;
  }
}
