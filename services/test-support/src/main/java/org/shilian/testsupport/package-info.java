/**
 * Infrastructure for tests: a real Kafka and a real PostgreSQL, from outside, from containers or
 * embedded, the same to every test that uses them; and the built server as a process of its own, to
 * be killed and started again.
 */
@NullMarked
package org.shilian.testsupport;

import org.jspecify.annotations.NullMarked;
