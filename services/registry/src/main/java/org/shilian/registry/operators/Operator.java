package org.shilian.registry.operators;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Uscc;
import org.shilian.problem.Violation;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.intake.Differences;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Region;

/** An operator as it is stored. */
@Entity
@Table(schema = "registry", name = "operator")
class Operator {
  @Id
  @Column(name = "uscc")
  private String uscc;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "role", nullable = false, updatable = false)
  private String role;

  @Column(name = "region", nullable = false, updatable = false)
  private String region;

  @Column(name = "terminal", nullable = false, updatable = false)
  private boolean terminal;

  @Column(name = "gln")
  private @Nullable String gln;

  @Column(name = "address")
  private @Nullable String address;

  @Column(name = "contact")
  private @Nullable String contact;

  @Column(name = "registered_at", nullable = false, updatable = false)
  private Instant registeredAt;

  @ElementCollection
  @CollectionTable(
      schema = "registry",
      name = "licence",
      joinColumns = @JoinColumn(name = "uscc", nullable = false))
  private Set<Licence> licences = new HashSet<>();

  /** For Hibernate. */
  protected Operator() {}

  Operator(
      Uscc uscc, OperatorRole role, Region region, boolean terminal, Details details, Instant now) {
    this.uscc = uscc.value();
    this.role = role.text();
    this.region = region.code();
    this.terminal = terminal;
    this.registeredAt = now;
    this.name = details.name();
    change(details);
  }

  /** What an operator may change about itself. */
  record Details(
      String name,
      Set<Licence> licences,
      @Nullable Gln gln,
      @Nullable String address,
      @Nullable String contact) {}

  final void change(Details details) {
    name = details.name();
    gln = details.gln() == null ? null : details.gln().value();
    address = details.address();
    contact = details.contact();
    if (!licences.equals(details.licences())) {
      licences.clear();
      licences.addAll(details.licences());
    }
  }

  Uscc uscc() {
    return new Uscc(uscc);
  }

  OperatorRole role() {
    return OperatorRole.parse(role);
  }

  /** Everything about this operator; the licences must have been fetched. */
  OperatorView view() {
    return new OperatorView(
        uscc,
        name,
        role,
        region,
        terminal,
        licences.stream()
            .sorted(Comparator.comparing(Licence::kind).thenComparing(Licence::number))
            .toList(),
        gln,
        address,
        contact);
  }

  /** What a trading partner sees. */
  OperatorView card() {
    return new OperatorView(uscc, name, role, region, terminal, null, null, null, null);
  }

  static List<Violation> differences(Operator registered, Draft<Operator> draft) {
    Operator sent = Objects.requireNonNull(draft.value());
    return registered
        .fixedDifferences(new Differences(draft.place()), sent)
        .changeable("name", registered.name, sent.name)
        .changeable("licences", registered.view().licences(), sent.view().licences())
        .changeable("gln", registered.gln, sent.gln)
        .changeable("address", registered.address, sent.address)
        .changeable("contact", registered.contact, sent.contact)
        .found();
  }

  Differences fixedDifferences(Differences differences, Operator sent) {
    return differences
        .fixed("role", role, sent.role)
        .fixed("region", region, sent.region)
        .fixed("terminal", terminal, sent.terminal);
  }

  /** What this, not stored yet, would change another to. */
  Details details() {
    return new Details(
        name, Set.copyOf(licences), gln == null ? null : new Gln(gln), address, contact);
  }
}
