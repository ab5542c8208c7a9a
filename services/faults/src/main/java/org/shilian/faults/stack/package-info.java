/**
 * The processes that a scenario strikes, each with a way to kill it and an init system's way to
 * bring it back: the same command again, until it is up.
 */
@NullMarked
package org.shilian.faults.stack;

import org.jspecify.annotations.NullMarked;
