/** The doors for events: what is posted is checked, published to Kafka, and answered for. */
@NullMarked
package org.shilian.capture;

import org.jspecify.annotations.NullMarked;
