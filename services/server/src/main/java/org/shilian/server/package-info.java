/** The one runnable. */
@NullMarked
package org.shilian.server;

import org.jspecify.annotations.NullMarked;
