package org.shilian.ledger.trace;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.view.TraceGraphMl;
import org.shilian.ledger.trace.view.TraceSheet;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/** In which form a trace is answered. */
enum TraceForm {
  JSON("json", MediaType.APPLICATION_JSON),
  GRAPHML("graphml", TraceGraphMl.MEDIA_TYPE),
  CSV("csv", TraceSheet.MEDIA_TYPE);

  private final String text;
  private final String mediaType;

  TraceForm(String text, String mediaType) {
    this.text = text;
    this.mediaType = mediaType;
  }

  private MediaType type() {
    return MediaType.valueOf(mediaType);
  }

  /** As it is answered: with its charset where the type does not imply one. */
  String contentType() {
    return this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
  }

  /**
   * The form that is asked for, else the best by Accept.
   *
   * @throws ProblemException INVALID_INPUT or NOT_ACCEPTABLE
   */
  static TraceForm of(@Nullable String asked, Request negotiation) {
    if (asked != null) {
      for (TraceForm form : values()) {
        if (form.text.equals(asked)) {
          return form;
        }
      }
      throw ProblemException.invalid(
          List.of(new Violation("format", asked, "is not one of json, graphml, csv")));
    }
    Variant chosen =
        negotiation.selectVariant(
            Variant.mediaTypes(JSON.type(), GRAPHML.type(), CSV.type()).build());
    if (chosen == null) {
      throw new ProblemException(
          ProblemType.NOT_ACCEPTABLE,
          "offered are application/json, application/graphml+xml and text/csv");
    }
    for (TraceForm form : values()) {
      if (form.type().isCompatible(chosen.getMediaType())) {
        return form;
      }
    }
    return JSON;
  }
}
