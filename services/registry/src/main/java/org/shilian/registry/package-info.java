/**
 * Who trades and with what food: operators, products and API keys, in the PostgreSQL schema {@code
 * registry}. This package is what the other modules see of it; how it is written lives in the
 * packages below.
 */
@NullMarked
package org.shilian.registry;

import org.jspecify.annotations.NullMarked;
