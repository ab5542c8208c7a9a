/** The ledger as a process runs it: its own consumer, a Kafka and a PostgreSQL. */
package org.shilian.ledger.consume;
