/** Infrastructure for tests. */
@NullMarked
package org.shilian.testsupport;

import org.jspecify.annotations.NullMarked;
