/** A real Kafka broker and a real PostgreSQL for a machine that has neither. */
@NullMarked
package org.shilian.embedded;

import org.jspecify.annotations.NullMarked;
