package org.shilian.capture.epcis.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.Problem;

/**
 * A capture job as the REST binding of EPCIS 2.0 shapes it.
 *
 * @param captureId its id
 * @param createdAt when the document was taken
 * @param finishedAt when the ledger had recorded the last of its events; null while it runs
 * @param running whether events are still to be recorded
 * @param success whether none was refused so far
 * @param captureErrorBehaviour rollback or proceed, as asked
 * @param errors why events were refused, one problem an event
 */
@JsonPropertyOrder({
  "captureID",
  "createdAt",
  "finishedAt",
  "running",
  "success",
  "captureErrorBehaviour",
  "errors"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EPCISCaptureJob")
public record CaptureJob(
    @JsonProperty("captureID") String captureId,
    Instant createdAt,
    @Nullable Instant finishedAt,
    boolean running,
    boolean success,
    String captureErrorBehaviour,
    List<Problem> errors) {}
