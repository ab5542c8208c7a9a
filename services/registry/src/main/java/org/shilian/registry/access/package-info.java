/**
 * API keys: who is calling. Keys are kept as SHA-256 hashes only, are bound to an operator, an
 * agency or the role admin, and stop working within seconds of being revoked.
 */
@NullMarked
package org.shilian.registry.access;

import org.jspecify.annotations.NullMarked;
