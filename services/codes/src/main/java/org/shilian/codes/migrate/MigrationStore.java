package org.shilian.codes.migrate;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.registry.ResolverConfig;
import org.shilian.registry.intake.PageRequest;

/** The migrated products in the database. */
@ApplicationScoped
class MigrationStore {
  // by the primary key, in its order, so that two that migrate the same can't deadlock
  private static final String MIGRATE =
      """
      INSERT INTO codes.migration (gtin, operator, migrated_by, migrated_at)
      SELECT a.gtin, p.operator, $2, $3
      FROM unnest($1::text[]) a (gtin) JOIN registry.product p ON p.gtin = a.gtin COLLATE "C"
      ORDER BY a.gtin COLLATE "C"
      ON CONFLICT (gtin) DO NOTHING
      RETURNING gtin
      """;

  // by the primary keys of both tables
  private static final String FIND =
      """
      SELECT m.gtin, m.operator, m.migrated_by, m.migrated_at, p.name, p.specification
      FROM codes.migration m JOIN registry.product p ON p.gtin = m.gtin
      WHERE m.gtin = ANY ($1) ORDER BY m.gtin
      """;

  // by migration_operator
  private static final String LIST =
      """
      SELECT m.gtin, m.operator, m.migrated_by, m.migrated_at, p.name, p.specification
      FROM codes.migration m JOIN registry.product p ON p.gtin = m.gtin
      WHERE m.operator = $1 AND m.gtin > $2 ORDER BY m.gtin LIMIT $3
      """;

  private final Pool pool;
  private final Clock clock;
  private final String base;

  MigrationStore(Pool pool, Clock clock, ResolverConfig resolver) {
    this.pool = pool;
    this.clock = clock;
    this.base = resolver.baseUri();
  }

  /**
   * What became of a document's products.
   *
   * @param products all of them, as they are now
   * @param fresh which were not migrated before
   */
  record Migrated(Map<Gtin, MigratedProduct> products, Set<Gtin> fresh) {}

  /**
   * Counts registered products as migrated, all or none; those that are already stay as they are.
   *
   * @param migratedBy id of the API key that asked for it
   */
  Uni<Migrated> migrate(Set<Gtin> gtins, String migratedBy) {
    String[] wanted = gtins.stream().map(Gtin::value).toArray(String[]::new);
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(MIGRATE)
                .execute(
                    Tuple.of(
                        wanted,
                        migratedBy,
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)))
                .map(MigrationStore::gtins)
                .chain(
                    fresh ->
                        transaction
                            .preparedQuery(FIND)
                            .execute(Tuple.of(wanted))
                            .map(rows -> new Migrated(byGtin(rows), fresh))));
  }

  /** Those of these products that are migrated, in the order of their GTIN. */
  Uni<List<MigratedProduct>> find(Set<Gtin> gtins) {
    String[] wanted = gtins.stream().map(Gtin::value).toArray(String[]::new);
    return pool.preparedQuery(FIND).execute(Tuple.of(wanted)).map(this::products);
  }

  /** A part of the migrated products of an operator, in the order of their GTIN. */
  Uni<List<MigratedProduct>> list(Uscc operator, PageRequest page) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(operator.value(), page.after(), page.limit()))
        .map(this::products);
  }

  private static Set<Gtin> gtins(RowSet<Row> rows) {
    Set<Gtin> gtins = new HashSet<>();
    for (Row row : rows) {
      gtins.add(new Gtin(row.getString("gtin")));
    }
    return gtins;
  }

  private Map<Gtin, MigratedProduct> byGtin(RowSet<Row> rows) {
    Map<Gtin, MigratedProduct> found = new TreeMap<>();
    for (MigratedProduct product : products(rows)) {
      found.put(product.gtin(), product);
    }
    return found;
  }

  private List<MigratedProduct> products(RowSet<Row> rows) {
    List<MigratedProduct> found = new ArrayList<>();
    for (Row row : rows) {
      found.add(
          MigratedProduct.of(
              new Gtin(row.getString("gtin")),
              new Uscc(row.getString("operator")),
              row.getString("name"),
              row.getString("specification"),
              row.getString("migrated_by"),
              row.getOffsetDateTime("migrated_at").toInstant(),
              base));
    }
    return found;
  }
}
