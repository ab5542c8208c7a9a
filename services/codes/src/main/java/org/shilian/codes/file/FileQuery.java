package org.shilian.codes.file;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;

/** The query parameters of a download of many codes, as they came. */
public class FileQuery extends LabelQuery {
  @Parameter(description = "How many codes to leave out first, default 0")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "How many codes to send, default all that are left")
  @QueryParam("count")
  @Nullable String count;

  /**
   * The part that is asked for.
   *
   * @param size how many codes there are
   * @throws ProblemException INVALID_INPUT naming the parameter
   */
  public Part part(long size) {
    return Part.of(from, count, size);
  }
}
