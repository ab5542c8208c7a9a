package org.shilian.codes.file;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;
import org.shilian.symbol.label.LabelSheet;
import org.shilian.symbol.label.LabelSize;

/**
 * What labels are printed on: a roll of labels of one size, or for PDF an A4 sheet.
 *
 * @param sheet how they lie on a page
 * @param dpi the printer's dots per inch
 */
public record LabelStock(LabelSheet sheet, int dpi) {
  /** The label of a carton for the shelf. */
  public static final String CARTON = "80x50";

  /** The logistic label of boxes and pallets. */
  public static final String LOGISTIC = "100x150";

  /** The label of a package. */
  public static final String PACKAGE = "50x30";

  private static final String DPI_DEFAULT = "203";
  private static final Map<String, LabelSheet> ROLLS =
      Map.of(
          PACKAGE,
          LabelSheet.roll(LabelSize.RETAIL_50_BY_30),
          "60x40",
          LabelSheet.roll(LabelSize.RETAIL_60_BY_40),
          CARTON,
          LabelSheet.roll(LabelSize.CARTON_80_BY_50),
          "100x70",
          LabelSheet.roll(LabelSize.CARTON_100_BY_70),
          LOGISTIC,
          LabelSheet.roll(LabelSize.LOGISTIC_100_BY_150));
  private static final Map<String, LabelSheet> SHEETS =
      Map.of(
          "a4-8", LabelSheet.A4_8,
          "a4-14", LabelSheet.A4_14,
          "a4-21", LabelSheet.A4_21,
          "a4-24", LabelSheet.A4_24);
  private static final Map<String, Integer> RESOLUTIONS = Map.of("203", 203, "300", 300);

  /**
   * Reads the query parameters {@code label} and {@code dpi}.
   *
   * @param pages whether the labels may lie on sheets of many
   * @param usual the label if none is named
   * @throws ProblemException INVALID_INPUT naming the parameter and what it may be
   */
  public static LabelStock of(
      @Nullable String label, @Nullable String dpi, boolean pages, String usual) {
    Map<String, LabelSheet> offered = new TreeMap<>(ROLLS);
    if (pages) {
      offered.putAll(SHEETS);
    }
    return new LabelStock(
        chosen("label", label == null ? usual : label, offered),
        chosen("dpi", dpi == null ? DPI_DEFAULT : dpi, new TreeMap<>(RESOLUTIONS)));
  }

  private static <T> T chosen(String name, String value, Map<String, T> offered) {
    T choice = offered.get(value);
    if (choice == null) {
      String rule = "is not one of " + String.join(", ", offered.keySet());
      throw ProblemException.invalid(List.of(new Violation(name, value, rule)));
    }
    return choice;
  }
}
