package org.shilian.registry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key as it is answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApiKey")
public record ApiKeyView(
    String id,
    @Schema(description = "The key itself: in the answer that made it, and never again")
        @Nullable String key,
    @Schema(enumeration = {"enterprise", "regulator", "admin"}) String role,
    @Nullable String operator,
    String label,
    String createdAt,
    @Nullable String revokedAt) {

  /** Never the key: records end up in logs. */
  @Override
  public String toString() {
    return "ApiKeyView[" + id + "]";
  }
}
