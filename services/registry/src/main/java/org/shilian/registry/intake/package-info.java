/**
 * What operators and products have in common on their way in: reading JSON and CSV, collecting
 * every broken rule with its place, and registering many at once. It exists so that both answer the
 * same mistake in the same words.
 */
@NullMarked
package org.shilian.registry.intake;

import org.jspecify.annotations.NullMarked;
