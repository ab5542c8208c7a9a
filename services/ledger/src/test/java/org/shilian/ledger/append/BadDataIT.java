package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.chain.history.SmallCounty;

/** What the database will never take, however often it is asked, must not be asked for ever. */
class BadDataIT {
  private static LedgerDatabase database;

  @BeforeAll
  static void open() {
    database = new LedgerDatabase(new SmallCounty());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // 22P02, 23502 and 21000
        "SELECT 'x'::int",
        "INSERT INTO ledger.lot (gtin, lot) VALUES (NULL, 'A')",
        "INSERT INTO ledger.lot (gtin, lot) VALUES ('g', 'A'), ('g', 'A')"
            + " ON CONFLICT (gtin, lot) DO UPDATE SET state = 'void'"
      })
  void isToldFromADatabaseThatIsAway(String sql) {
    assertThatThrownBy(() -> database.run(sql)).isInstanceOf(BadDataException.class);
  }
}
