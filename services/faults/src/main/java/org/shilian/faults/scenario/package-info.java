/**
 * The scenarios: which processes run, what strikes them, and what is counted when all is quiet
 * again.
 */
@NullMarked
package org.shilian.faults.scenario;

import org.jspecify.annotations.NullMarked;
