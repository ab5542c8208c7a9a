package org.shilian.registry.operators;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.intake.Csv;
import org.shilian.registry.intake.Draft;

/** Operators in CSV, one a line, with at most one licence each. */
final class OperatorCsv {
  private static final List<String> REQUIRED =
      List.of("uscc", "name", "role", "region", "terminal");
  private static final List<String> OPTIONAL =
      List.of("gln", "address", "contact", "licenceKind", "licenceNumber", "licenceValidTo");

  private OperatorCsv() {}

  static List<Draft<Operator>> drafts(byte[] body, Charset charset, int maxRows, Clock clock) {
    return Csv.read(body, charset, REQUIRED, OPTIONAL, maxRows)
        .drafts("uscc", (row, place) -> form(row).check(place, clock));
  }

  private static OperatorForm form(Csv.Row row) {
    return new OperatorForm(
        row.get("uscc"),
        row.get("name"),
        row.get("role"),
        row.get("region"),
        row.bool("terminal"),
        licences(row),
        row.get("gln"),
        row.get("address"),
        row.get("contact"));
  }

  private static @Nullable List<OperatorForm.@Nullable LicenceForm> licences(Csv.Row row) {
    String kind = row.get("licenceKind");
    String number = row.get("licenceNumber");
    String validTo = row.get("licenceValidTo");
    if (kind == null && number == null && validTo == null) {
      return null;
    }
    return List.of(new OperatorForm.LicenceForm(kind, number, validTo));
  }
}
