package org.shilian.ledger.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.view.FlagView;

/** A page of flags. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FlagPage", examples = FlagPage.EXAMPLE)
record FlagPage(
    @Schema(description = "How many there are on all pages") long total,
    @Schema(description = "Newest first") List<FlagView> items,
    @Schema(description = "The after of the next page; absent on the last") @Nullable String next) {
  static final String EXAMPLE =
      """
      {"total": 1, "items": [
         {"eventID": "urn:uuid:5a1c8a3e-0001-4000-8000-000000000009", "type": "SELL",
          "operator": "91331122MA2E0C001H", "gtin": "09521234000013", "lot": "20261101-1",
          "kind": "recalled", "eventTime": "2026-11-20T03:12:00Z"}]}
      """;
}
