package org.shilian.embedded.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator says at its end.
 *
 * @param chainedBatch the path of a batch that is chained to the consumer
 * @param gapBatch the path of one with a gap
 * @param lunchBatch the path of a school lunch to trace back
 * @param farmBatch the path of a farm's lot to trace forward
 * @param operatorKey a key to try
 * @param curl a line to try it with
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Report(
    @Nullable String chainedBatch,
    @Nullable String gapBatch,
    @Nullable String lunchBatch,
    @Nullable String farmBatch,
    List<RateRow> rates,
    @Nullable String operatorKey,
    @Nullable String curl) {
  static final Report NONE = new Report(null, null, null, null, List.of(), null, null);

  Report {
    rates = rates == null ? List.of() : List.copyOf(rates);
  }

  /** A rate as a fraction of 1; null when there is nothing to divide by. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record RateRow(
      String name,
      @JsonProperty("rate") @Nullable Double fraction,
      long numerator,
      long denominator) {}

  static Report read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), Report.class);
  }
}
