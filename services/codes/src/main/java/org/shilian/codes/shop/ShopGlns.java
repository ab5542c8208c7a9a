package org.shilian.codes.shop;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.shilian.codes.key.CompanyPrefixStore;
import org.shilian.codes.key.KeyCounters;
import org.shilian.codes.key.KeyKind;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Uscc;
import org.shilian.registry.Places;

/** Gives GLNs to operators that have none. */
@ApplicationScoped
class ShopGlns {
  private final Pool pool;
  private final CompanyPrefixStore prefixes;
  private final KeyCounters counters;
  private final Places places;

  ShopGlns(Pool pool, CompanyPrefixStore prefixes, KeyCounters counters, Places places) {
    this.pool = pool;
    this.prefixes = prefixes;
    this.counters = counters;
    this.places = places;
  }

  /**
   * The GLN of an operator.
   *
   * @param allocated whether it was given just now
   */
  record Allocation(Gln gln, boolean allocated) {}

  /**
   * The GLN that an operator has, or gets: the counter moves and the GLN is registered, or neither.
   * Fails with CONFLICT if the prefix has no room left.
   *
   * @param issuedBy id of the API key that asked for it
   */
  Uni<Allocation> of(Uscc operator, String issuedBy) {
    return pool.withTransaction(
        transaction ->
            places
                .hold(transaction, operator)
                .chain(
                    has ->
                        has != null
                            ? Uni.createFrom().item(new Allocation(has, false))
                            : prefixes
                                .under(transaction, operator)
                                .chain(prefix -> next(transaction, prefix, operator, issuedBy))));
  }

  /** Passes over the GLNs that somebody registered without asking for them here. */
  private Uni<Allocation> next(
      SqlConnection transaction, CompanyPrefix prefix, Uscc operator, String issuedBy) {
    return counters
        .take(transaction, prefix, KeyKind.GLN, 1)
        .map(prefix::gln)
        .chain(
            gln ->
                places
                    .give(transaction, operator, gln, issuedBy)
                    .chain(
                        given ->
                            given
                                ? Uni.createFrom().item(new Allocation(gln, true))
                                : next(transaction, prefix, operator, issuedBy)));
  }
}
