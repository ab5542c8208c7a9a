/**
 * A real Kafka broker and a real PostgreSQL for a machine that has neither. {@code kafka} and
 * {@code postgres} start one each in a data directory of its own; {@code process} is what both need
 * to start, watch and end a child process.
 */
@NullMarked
package org.shilian.embedded;

import org.jspecify.annotations.NullMarked;
