package org.shilian.ledger.trace;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.view.FlagView;

/** Reads flags, newest first. */
@ApplicationScoped
class FlagStore {
  private static final String FROM =
      " FROM published.flag f LEFT JOIN registry.operator o ON o.uscc = f.operator COLLATE \"C\"";

  private static final String ORDER =
      " ORDER BY f.event_time DESC, f.event_id DESC, f.gtin DESC, f.lot DESC, f.kind DESC";

  private final Pool pool;

  FlagStore(Pool pool) {
    this.pool = pool;
  }

  /** The flags of a page, and how many there are on all. */
  record Found(long total, List<FlagView> flags) {}

  /**
   * Flags that pass the filter. A lot's are found by flag_by_lot, an operator's by
   * event_by_operator; any others by looking at all flags, which are few among the events.
   *
   * @param after the last flag of the page before
   * @param limit how many at most
   */
  Uni<Found> find(FlagFilter filter, @Nullable FlagView after, int limit) {
    Conditions all = conditions(filter);
    Conditions rest = conditions(filter);
    if (after != null) {
      rest.add(
          "(f.event_time, f.event_id, f.gtin, f.lot, f.kind) < (%s, %s, %s, %s, %s)",
          time(after.eventTime()), after.eventId(), after.gtin(), after.lot(), after.kind());
    }
    String page =
        "SELECT f.event_id, f.gtin, f.lot, f.kind, f.type, f.operator, f.event_time"
            + FROM
            + rest.where()
            + ORDER
            + " LIMIT "
            + limit;
    return Uni.combine()
        .all()
        .unis(
            pool.preparedQuery("SELECT count(*) AS total" + FROM + all.where())
                .execute(Tuple.from(all.values)),
            pool.preparedQuery(page).execute(Tuple.from(rest.values)))
        .with(
            (total, rows) -> {
              List<FlagView> flags = new ArrayList<>(rows.rowCount());
              rows.forEach(row -> flags.add(flag(row)));
              return new Found(total.iterator().next().getLong("total"), flags);
            });
  }

  private static Conditions conditions(FlagFilter filter) {
    Conditions conditions = new Conditions();
    conditions.addIfGiven("f.kind = %s", filter.kind());
    filter.regions().forEach(prefix -> conditions.add("starts_with(o.region, %s)", prefix));
    conditions.addIfGiven("f.operator = %s", text(filter.operator()));
    conditions.addIfGiven("f.gtin = %s", text(filter.gtin()));
    conditions.addIfGiven("f.lot = %s", text(filter.lot()));
    Instant from = filter.from();
    if (from != null) {
      conditions.add("f.event_time >= %s", time(from));
    }
    Instant to = filter.to();
    if (to != null) {
      conditions.add("f.event_time < %s", time(to));
    }
    return conditions;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static FlagView flag(Row row) {
    return new FlagView(
        row.getString("event_id"),
        row.getString("type"),
        row.getString("operator"),
        row.getString("gtin"),
        row.getString("lot"),
        row.getString("kind"),
        row.getOffsetDateTime("event_time").toInstant());
  }

  /** What a WHERE is made of; values never get into the text. */
  private static final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void addIfGiven(String text, @Nullable String value) {
      if (value != null) {
        add(text, value);
      }
    }

    void add(String text, Object... added) {
      Object[] places = new Object[added.length];
      for (int i = 0; i < added.length; i++) {
        values.add(added[i]);
        places[i] = "$" + values.size();
      }
      texts.add(String.format(text, places));
    }

    String where() {
      return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }
  }
}
