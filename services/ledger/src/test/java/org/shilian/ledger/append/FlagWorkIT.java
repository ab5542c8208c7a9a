package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;

/** The work for the flags of a batch is about its own lines, however much the ledger holds. */
class FlagWorkIT {
  /** What puts the rules of line_flag together, and how many rows it gave. */
  private static final Pattern TOGETHER =
      Pattern.compile("(?:Unique|Append|HashAggregate).*actual .*rows=([0-9]+)");

  private static final SmallCounty COUNTY = new SmallCounty();
  private static LedgerDatabase database;

  @BeforeAll
  static void open() {
    database = new LedgerDatabase(COUNTY);
    new RandomWriter(database, "one", 3).append(RandomHistory.of(COUNTY, 3, 400));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void computesNoFlagOfOtherLots() {
    // of all lines, so that a statement that looked at nothing would be found out
    assertThat(together("SELECT * FROM ledger.line_flag", Tuple.tuple())).anyMatch(n -> n > 0);
    assertThat(together(FlagUpdate.OVER_SHIPPED, unknown(3))).isNotEmpty().containsOnly(0);
    assertThat(together(FlagUpdate.OF_DAYS, unknown(2))).isNotEmpty().containsOnly(0);
    assertThat(together(FlagUpdate.OF_MEASURES, unknown(2))).isNotEmpty().containsOnly(0);
  }

  @Test
  void followsNoLinkOfOtherLots() {
    assertThat(together("SELECT * FROM ledger.link", Tuple.tuple())).anyMatch(n -> n > 1);
    // the one key that they are given, and no row more
    assertThat(together(ArrivalFlags.SPREAD, unknown(6))).isNotEmpty().allMatch(n -> n <= 1);
    assertThat(together(ArrivalFlags.DOUBT, unknown(6))).isNotEmpty().allMatch(n -> n <= 1);
  }

  private static Tuple unknown(int parameters) {
    Tuple tuple = Tuple.tuple();
    for (int i = 0; i < parameters; i++) {
      tuple.addArrayOfString(new String[] {"unknown"});
    }
    return tuple;
  }

  private static List<Integer> together(String statement, Tuple parameters) {
    List<Integer> rows = new ArrayList<>();
    var explained =
        database.pool().preparedQuery("EXPLAIN (ANALYZE) " + statement).execute(parameters);
    for (Row line : Blocking.await(explained)) {
      Matcher node = TOGETHER.matcher(line.getString(0));
      if (node.find()) {
        rows.add(Integer.parseInt(node.group(1)));
      }
    }
    return rows;
  }
}
