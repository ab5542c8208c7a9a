package org.shilian.epcis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that an event captured before is wrong (EPCIS 2.0 §7.4.1.2). It takes no part in the
 * event hash, so that the declaration has the hash of the event it takes back.
 *
 * @param declarationTime when it was declared
 * @param reason a CBV error reason as its bare word ({@code did_not_occur}), or another URI
 * @param correctiveEventIds the events that say it right
 * @param extensions members of other namespaces, as they came; never changed after construction
 */
public record ErrorDeclaration(
    OffsetDateTime declarationTime,
    @Nullable String reason,
    List<String> correctiveEventIds,
    ObjectNode extensions) {
  public ErrorDeclaration {
    Violations found = new Violations();
    Times.check(found, "declarationTime", declarationTime);
    if (reason != null) {
      reason = Cbv.ERROR_REASON.bareOrUri(found, "reason", reason);
    }
    correctiveEventIds = Checks.uris(found, "correctiveEventIDs", correctiveEventIds);
    found.refuse();
  }

  /** One without extension members. */
  public ErrorDeclaration(
      OffsetDateTime declarationTime, @Nullable String reason, List<String> correctiveEventIds) {
    this(declarationTime, reason, correctiveEventIds, JsonNodeFactory.instance.objectNode());
  }
}
