/** The doors for events. */
@NullMarked
package org.shilian.capture;

import org.jspecify.annotations.NullMarked;
