package org.shilian.ledger.trace.sight;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;

/** Finds whose eyes a request is for. */
@ApplicationScoped
public class Viewers {
  private final Directory directory;
  private final SecurityIdentity identity;

  Viewers(Directory directory, SecurityIdentity identity) {
    this.directory = directory;
    this.identity = identity;
  }

  /** The viewer of this request; fails with FORBIDDEN if its agency is not registered. */
  public Uni<Viewer> current() {
    Caller caller = Caller.of(identity);
    Uscc operator = caller.operator();
    if (caller.role() == Caller.Role.ADMIN || operator == null) {
      return Uni.createFrom().item(new Viewer.Everything());
    }
    if (caller.role() == Caller.Role.ENTERPRISE) {
      return Uni.createFrom().item(new Viewer.Enterprise(operator));
    }
    return directory
        .operators(Set.of(operator))
        .map(
            cards -> {
              OperatorCard agency = cards.get(operator);
              if (agency == null) {
                throw new ProblemException(
                    ProblemType.FORBIDDEN, "the agency " + operator + " is not registered");
              }
              return new Viewer.Agency(jurisdiction(agency.region()));
            });
  }

  /**
   * The beginning of the region codes that belong to a region: in GB/T 2260 a province ends in four
   * zeros and a prefecture in two.
   */
  static String jurisdiction(String region) {
    if (region.length() != 6) {
      return region;
    }
    if (region.endsWith("0000")) {
      return region.substring(0, 2);
    }
    return region.endsWith("00") ? region.substring(0, 4) : region;
  }
}
