package org.shilian.testsupport;

/** A PostgreSQL that tests may make databases in. */
interface PostgresSource extends AutoCloseable {
  /** A database to connect to as a user who may create others. */
  Database administration();

  @Override
  void close();
}
