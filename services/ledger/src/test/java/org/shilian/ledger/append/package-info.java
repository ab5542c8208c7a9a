/** The appender against the reference, on a real PostgreSQL. */
package org.shilian.ledger.append;
