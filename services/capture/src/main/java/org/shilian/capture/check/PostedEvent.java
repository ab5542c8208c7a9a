package org.shilian.capture.check;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One event of a posted document.
 *
 * @param index its place, from 0
 * @param json what it says; null for an NDJSON line that is not JSON
 * @param malformed what is wrong with such a line
 */
public record PostedEvent(int index, @Nullable JsonNode json, @Nullable String malformed) {}
