/**
 * Checks posted events one by one: their JSON Schema, the GS1 rules, the registry, the caller's
 * rights.
 */
@NullMarked
package org.shilian.capture.check;

import org.jspecify.annotations.NullMarked;
