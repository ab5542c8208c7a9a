/**
 * How fast the whole platform is on one machine: a client, Kafka, the server and PostgreSQL, with
 * what each of them spends on an event, and what the same rows cost PostgreSQL by other ways.
 */
@NullMarked
package org.shilian.bench.endtoend;

import org.jspecify.annotations.NullMarked;
