package org.shilian.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

/**
 * Looks up many operators or products at once: from memory, and in one statement those that are not
 * there. What is not registered is left out of the answer and asked for again the next time, so a
 * registration is seen at once; a changed name is seen within {@link RegistryConfig#cacheFor()}.
 */
@ApplicationScoped
public class Directory {
  // by the primary key
  private static final String OPERATORS =
      """
      SELECT uscc, name, role, region, terminal
      FROM registry.operator WHERE uscc = ANY ($1)
      """;

  // by the primary keys of both tables
  private static final String PRODUCTS =
      """
      SELECT p.gtin, p.operator, p.name, p.specification, p.unit, p.shelf_life_days,
             c.edition, c.code, c.name_zh, c.name_en, c.high_risk
      FROM registry.product p
      JOIN registry.food_category c ON c.edition = p.category_edition AND c.code = p.category_code
      WHERE p.gtin = ANY ($1)
      """;

  // by operator_gln
  private static final String BY_GLN =
      "SELECT gln, uscc FROM registry.operator WHERE gln = ANY ($1)";

  private final Pool pool;
  private final Cache<Uscc, OperatorCard> operators;
  private final Cache<Gtin, ProductCard> products;

  Directory(Pool pool, RegistryConfig config) {
    this.pool = pool;
    this.operators = cache(config);
    this.products = cache(config);
  }

  private static <K, V> Cache<K, V> cache(RegistryConfig config) {
    return Caffeine.newBuilder()
        .maximumSize(config.cacheSize())
        .expireAfterWrite(config.cacheFor())
        .build();
  }

  /** The registered ones among these operators. Fails with the database's failure. */
  public Uni<Map<Uscc, OperatorCard>> operators(Set<Uscc> usccs) {
    return find(usccs, operators, OPERATORS, Directory::operator, OperatorCard::uscc);
  }

  /** The registered ones among these products. Fails with the database's failure. */
  public Uni<Map<Gtin, ProductCard>> products(Set<Gtin> gtins) {
    return find(gtins, products, PRODUCTS, Directory::product, ProductCard::gtin);
  }

  /** Those among these operators that are remembered; nothing is asked. */
  public Map<Uscc, OperatorCard> rememberedOperators(Set<Uscc> usccs) {
    return operators.getAllPresent(usccs);
  }

  /** Those among these products that are remembered; nothing is asked. */
  public Map<Gtin, ProductCard> rememberedProducts(Set<Gtin> gtins) {
    return products.getAllPresent(gtins);
  }

  /**
   * The operators that are registered with these GLNs. Nothing keeps two from giving the same one.
   * Not remembered, since an operator may change its GLN at any time. Fails with the database's
   * failure.
   */
  public Uni<Map<Gln, Set<Uscc>>> operatorsByGln(Set<Gln> glns) {
    if (glns.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    String[] wanted = glns.stream().map(Gln::value).toArray(String[]::new);
    return pool.preparedQuery(BY_GLN)
        .execute(Tuple.of(wanted))
        .map(
            rows -> {
              Map<Gln, Set<Uscc>> found = new HashMap<>();
              for (Row row : rows) {
                found
                    .computeIfAbsent(new Gln(row.getString("gln")), gln -> new TreeSet<>())
                    .add(new Uscc(row.getString("uscc")));
              }
              return found;
            });
  }

  /** Forgets what is remembered of an operator, since it was changed. */
  public void forget(Uscc uscc) {
    operators.invalidate(uscc);
  }

  /** Forgets what is remembered of a product, since it was changed. */
  public void forget(Gtin gtin) {
    products.invalidate(gtin);
  }

  private <K, V> Uni<Map<K, V>> find(
      Set<K> keys, Cache<K, V> cache, String sql, Function<Row, V> read, Function<V, K> key) {
    Map<K, V> found = new HashMap<>(cache.getAllPresent(keys));
    if (found.size() == keys.size()) {
      return Uni.createFrom().item(found);
    }
    List<String> missing = new ArrayList<>();
    for (K wanted : keys) {
      if (!found.containsKey(wanted)) {
        missing.add(wanted.toString());
      }
    }
    return pool.preparedQuery(sql)
        .execute(Tuple.of(missing.toArray(new String[0])))
        .map(
            rows -> {
              for (Row row : rows) {
                V value = read.apply(row);
                found.put(key.apply(value), value);
                cache.put(key.apply(value), value);
              }
              return found;
            });
  }

  private static OperatorCard operator(Row row) {
    return new OperatorCard(
        new Uscc(row.getString("uscc")),
        row.getString("name"),
        OperatorRole.parse(row.getString("role")),
        row.getString("region"),
        row.getBoolean("terminal"));
  }

  private static ProductCard product(Row row) {
    return new ProductCard(
        new Gtin(row.getString("gtin")),
        new Uscc(row.getString("operator")),
        row.getString("name"),
        row.getString("specification"),
        row.getString("unit"),
        row.getInteger("shelf_life_days"),
        row.getString("edition"),
        row.getString("code"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getBoolean("high_risk"));
  }
}
