package org.shilian.codes.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.intake.Csv;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Place;
import org.shilian.registry.intake.Refusal;

/** Reads article lists: each article is a GTIN, or a reason why it is none. */
final class ArticleList {
  /** How many articles are taken at once. */
  static final int MAX = 20_000;

  private static final String COLUMN = "gtin";

  private ArticleList() {}

  /**
   * The articles of a JSON array of texts.
   *
   * @throws ProblemException INVALID_INPUT if it is none, or has not 1 to {@link #MAX} elements
   */
  static List<Draft<Gtin>> ofJson(@Nullable JsonNode body) {
    if (body == null || !body.isArray()) {
      throw refused("must be an array of GTINs");
    }
    if (body.isEmpty() || body.size() > MAX) {
      throw refused("must have 1 to " + MAX + " GTINs, has " + body.size());
    }
    List<Draft<Gtin>> articles = new ArrayList<>(body.size());
    for (int i = 0; i < body.size(); i++) {
      Place.InJson place = new Place.InJson("/" + i);
      JsonNode element = body.get(i);
      articles.add(
          element.isTextual()
              ? article(place, place.pointer(), element.asText())
              : refused(
                  place,
                  new Violation(
                      place.pointer(), element.toString(), "must be a text of digits, in quotes")));
    }
    return articles;
  }

  /**
   * The articles of a CSV table with a column {@code gtin}; other columns are passed over.
   *
   * @throws ProblemException INVALID_INPUT if it is no such table, or has not 1 to {@link #MAX}
   *     lines below its header
   */
  static List<Draft<Gtin>> ofCsv(byte[] body, Charset charset) {
    List<Draft<Gtin>> articles =
        Csv.readColumn(body, charset, COLUMN, MAX)
            .drafts(COLUMN, (row, place) -> ofRow(row.get(COLUMN), place));
    if (articles.isEmpty()) {
      throw refused("has no line below the header");
    }
    return articles;
  }

  private static Draft<Gtin> ofRow(@Nullable String given, Place place) {
    String field = place.field(COLUMN);
    return given == null
        ? refused(place, new Violation(field, null, "is required"))
        : article(place, field, given);
  }

  private static Draft<Gtin> article(Place place, String field, String given) {
    try {
      return Draft.of(place, given, Gtin.parse(given));
    } catch (Gs1Exception e) {
      return refused(place, new Violation(field, given, e.rule()));
    }
  }

  private static Draft<Gtin> refused(Place place, Violation violation) {
    return Draft.refused(
        place, violation.value(), new Refusal(ProblemType.INVALID_INPUT, List.of(violation)));
  }

  private static ProblemException refused(String rule) {
    return ProblemException.invalid(List.of(new Violation("", null, rule)));
  }
}
