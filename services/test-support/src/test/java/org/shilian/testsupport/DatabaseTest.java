package org.shilian.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {
  @Test
  void readsUrlWithUserInfo() {
    assertThat(Database.parse("postgresql://me:secret@db.example:5433/test"))
        .isEqualTo(new Database("db.example", 5433, "test", "me", "secret"));
  }

  @Test
  void readsJdbcUrlWithParameters() {
    assertThat(Database.parse("jdbc:postgresql://db.example/test?user=me&password=s%26t"))
        .isEqualTo(new Database("db.example", 5432, "test", "me", "s&t"));
  }

  @Test
  void refusesUrlWithoutDatabase() {
    assertThatThrownBy(() -> Database.parse("postgresql://db.example"))
        .hasMessage(
            "database URL postgresql://db.example: expected postgresql://user:password@host:port/name");
  }

  @Test
  void writesBothUrlsWithoutThePassword() {
    Database database = new Database("localhost", 5432, "ledger", "me", "secret");
    assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost:5432/ledger");
    assertThat(database.reactiveUri()).isEqualTo("postgresql://localhost:5432/ledger");
  }
}
