package org.shilian.codes.key;

import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A company prefix as it is answered. */
@Schema(name = "CompanyPrefix")
record CompanyPrefixView(
    @Schema(examples = "91331122MA2E0K0T09") String operator,
    @Schema(examples = "9521234") String prefix,
    Instant registeredAt,
    @Schema(examples = "100000", description = "How many GLNs there are under it") long glns,
    @Schema(
            examples = "1000000000",
            description = "How many SSCCs there are under it with each extension digit")
        long ssccs) {

  static CompanyPrefixView of(CompanyPrefixStore.Registered registered) {
    return new CompanyPrefixView(
        Objects.requireNonNull(registered.operator()).value(),
        registered.prefix().value(),
        registered.registeredAt(),
        registered.prefix().capacity(),
        registered.prefix().logisticUnits());
  }
}
