/**
 * The one runnable: all roles in one process, of which configuration picks those that it serves,
 * and the commands that run beside it.
 */
@NullMarked
package org.shilian.server;

import org.jspecify.annotations.NullMarked;
