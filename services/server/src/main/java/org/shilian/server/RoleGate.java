package org.shilian.server;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.role.RolesConfig;
import org.shilian.registry.role.ServerRole;

/** Answers 404 for what belongs to a role that this process does not serve. */
@Singleton
class RoleGate {
  private static final Map<String, ServerRole> ROLE_OF =
      Map.of(
          "org.shilian.capture", ServerRole.CAPTURE,
          "org.shilian.registry", ServerRole.CAPTURE,
          "org.shilian.ledger", ServerRole.LEDGER,
          "org.shilian.codes", ServerRole.CODES,
          "org.shilian.scan", ServerRole.SCAN,
          "org.shilian.regulator", ServerRole.REGULATOR);

  // a provider, because filters are made at build time, before there is any configuration
  private final Provider<RolesConfig> config;
  private final Map<Class<?>, Optional<ServerRole>> refusals = new ConcurrentHashMap<>();

  RoleGate(Provider<RolesConfig> config) {
    this.config = config;
  }

  @ServerRequestFilter
  public void refuseOtherRoles(ResourceInfo resource) {
    ServerRole refused =
        refusals.computeIfAbsent(resource.getResourceClass(), this::refused).orElse(null);
    if (refused != null) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "this process does not serve the role " + name(refused));
    }
  }

  /** The role of this class, if it is not served. */
  private Optional<ServerRole> refused(Class<?> resource) {
    Set<ServerRole> served = config.get().roles();
    String packageName = resource.getPackageName() + ".";
    return ROLE_OF.entrySet().stream()
        .filter(role -> packageName.startsWith(role.getKey() + "."))
        .map(Map.Entry::getValue)
        .filter(role -> !served.contains(role))
        .findFirst();
  }

  private static String name(ServerRole role) {
    return role.name().toLowerCase(java.util.Locale.ROOT);
  }
}
