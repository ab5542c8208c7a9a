package org.shilian.registry.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A licence an operator holds.
 *
 * @param kind what it permits, in the registering authority's words, for example 食品生产许可证
 * @param number for example {@code SC10133112200017}
 * @param validTo the last day it is valid; null when it has no end
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    examples = "{\"kind\":\"食品生产许可证\",\"number\":\"SC10133112200017\",\"validTo\":\"2028-06-30\"}")
public record Licence(
    @Column(name = "kind", nullable = false) String kind,
    @Column(name = "number", nullable = false) String number,
    @Column(name = "valid_to") @Nullable LocalDate validTo) {

  @Override
  public String toString() {
    return kind + " " + number + (validTo == null ? "" : " to " + validTo);
  }
}
