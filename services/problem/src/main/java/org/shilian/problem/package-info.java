/**
 * RFC 9457 problems: one catalogue and one mapper, so that every error of the HTTP surface, whoever
 * raised it, reaches the client in the same shape and says the field, the value and the rule.
 */
@NullMarked
package org.shilian.problem;

import org.jspecify.annotations.NullMarked;
