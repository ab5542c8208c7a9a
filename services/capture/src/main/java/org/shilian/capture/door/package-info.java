/** The REST door for trade events. */
@NullMarked
package org.shilian.capture.door;

import org.jspecify.annotations.NullMarked;
