package org.shilian.ledger.trace;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a trace, as they came. */
public class TraceQuery {
  @Parameter(
      description = "With lot or serial: GTIN of 8, 12, 13 or 14 digits",
      example = "09521234000013")
  @QueryParam("gtin")
  @Nullable String gtin;

  @Parameter(description = "Lot number", example = "20261101-1")
  @QueryParam("lot")
  @Nullable String lot;

  @Parameter(description = "Serial number of one item")
  @QueryParam("serial")
  @Nullable String serial;

  @Parameter(description = "Order code as it was posted, or a GDTI as value or Digital Link")
  @QueryParam("order")
  @Nullable String order;

  @Parameter(description = "SSCC of a box or pallet, 18 digits")
  @QueryParam("box")
  @Nullable String box;

  @Parameter(
      description =
          "With from and to: whose movements in that time. With gtin and lot: only the lot as it is"
              + " there")
  @QueryParam("operator")
  @Nullable String operator;

  @Parameter(description = "First instant of the time", example = "2026-11-23T00:00:00+08:00")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(
      description = "First instant after the time; at most 5000 events are in it",
      example = "2026-11-24T00:00:00+08:00")
  @QueryParam("to")
  @Nullable String to;

  @Parameter(
      description = "Over how many links at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
  @QueryParam("depth")
  @Nullable String depth;

  @Parameter(
      description = "How many holdings at most in one answer",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              minimum = "1",
              maximum = "10000",
              defaultValue = "1000"))
  @QueryParam("size")
  @Nullable String size;

  @Parameter(description = "The next of the page before; all else but size has to be the same")
  @QueryParam("after")
  @Nullable String after;
}
