/** RFC 9457 problems: one catalogue, one mapper. */
@NullMarked
package org.shilian.problem;

import org.jspecify.annotations.NullMarked;
