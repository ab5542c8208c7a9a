package org.shilian.codes.file;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;

/** The query parameters that say what labels are printed on, as they came. */
public class LabelQuery {
  @Parameter(
      description =
          "Of labels: a roll of 50x30, 60x40, 80x50, 100x70 or 100x150 mm; of PDF also a sheet,"
              + " a4-8, a4-14, a4-21 or a4-24. Without it they are what this kind of code is"
              + " usually printed on; one without room for the code is refused")
  @QueryParam("label")
  @Nullable String label;

  @Parameter(description = "Of labels: the printer's dots per inch, 203 (the default) or 300")
  @QueryParam("dpi")
  @Nullable String dpi;

  /**
   * The stock that is asked for; sheets of many are offered to all but label printers.
   *
   * @throws ProblemException INVALID_INPUT naming the parameter and what it may be
   */
  LabelStock stock(CodeForm form, PrintedCode code) {
    return LabelStock.of(label, dpi, form != CodeForm.ZPL, code.usualStock());
  }
}
