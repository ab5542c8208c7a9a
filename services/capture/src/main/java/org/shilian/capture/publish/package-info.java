/** Publishes checked events to Kafka; what it has acknowledged is durable. */
@NullMarked
package org.shilian.capture.publish;

import org.jspecify.annotations.NullMarked;
