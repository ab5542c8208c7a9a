package org.shilian.codes.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where many codes are had, as a path for each form. */
@Schema(name = "CodeFiles")
public record FilePaths(String csv, String ndjson, String pdf, String zpl, String zip) {
  /** The paths of what is at this path. */
  public static FilePaths of(String path) {
    return new FilePaths(
        path + CodeForm.CSV.suffix(),
        path + CodeForm.NDJSON.suffix(),
        path + CodeForm.PDF.suffix(),
        path + CodeForm.ZPL.suffix(),
        path + CodeForm.ZIP.suffix());
  }
}
