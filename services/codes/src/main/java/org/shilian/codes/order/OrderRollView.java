package org.shilian.codes.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.FilePaths;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gdti;

/** A roll of order codes as it is answered. */
@Schema(name = "OrderRoll")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderRollView(
    UUID id,
    @Schema(enumeration = {"delivery", "sealed-meal"}) String type,
    @Schema(
            examples = "9521199000004",
            description = "The document type: what every code of the operator for this starts with")
        String gdtiType,
    @Schema(examples = "500") long count,
    @Schema(examples = "91331122MA2E0C0035", description = "Whose they are") String operator,
    @Schema(examples = "0", description = "Id of the key that the serials are made under")
        String key,
    Instant issuedAt,
    @Nullable @Schema(description = "The first code; left out if the key was withdrawn")
        First first,
    @Schema(description = "Paths of the codes at this server") FilePaths files) {

  /** The code that a delivery of one needs. */
  @Schema(name = "OrderRollFirst")
  record First(
      @Schema(examples = "9521199000004044G14HPJWCDBPFS1") String gdti,
      String digitalLink,
      @Schema(description = "Where it is told of") String href) {
    static First of(Gdti code, String base) {
      return new First(
          code.value(), DigitalLink.ofDocument(code).toUri(base), OrderCodeView.path(code));
    }
  }

  static String path(UUID id) {
    return OrderResource.PATH + "/rolls/" + id;
  }

  static OrderRollView of(OrderRoll roll, @Nullable Gdti first, String base) {
    return new OrderRollView(
        roll.id(),
        roll.kind().text(),
        roll.type().value(),
        roll.count(),
        roll.operator().value(),
        roll.keyId(),
        roll.issuedAt(),
        first == null ? null : First.of(first, base),
        FilePaths.of(path(roll.id())));
  }
}
