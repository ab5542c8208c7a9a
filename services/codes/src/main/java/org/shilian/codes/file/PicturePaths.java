package org.shilian.codes.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a code is had, drawn and as a label, as a path for each form. */
@Schema(name = "CodePictures")
public record PicturePaths(String svg, String png, String pdf, String zpl) {
  /** The paths of what is at this path. */
  public static PicturePaths of(String path) {
    return new PicturePaths(
        path + CodeForm.SVG.suffix(),
        path + CodeForm.PNG.suffix(),
        path + CodeForm.PDF.suffix(),
        path + CodeForm.ZPL.suffix());
  }
}
