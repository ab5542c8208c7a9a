/** A Kafka broker, of one node in KRaft's combined mode, in a JVM of its own. */
@NullMarked
package org.shilian.embedded.kafka;

import org.jspecify.annotations.NullMarked;
