/** Benchmarks. */
@NullMarked
package org.shilian.bench;

import org.jspecify.annotations.NullMarked;
