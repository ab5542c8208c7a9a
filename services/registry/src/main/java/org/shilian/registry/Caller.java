package org.shilian.registry;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/**
 * Whose API key a request came with.
 *
 * @param keyId id of the key, safe to log
 * @param operator the operator the key is bound to; never null for {@link Role#ENTERPRISE}; the
 *     agency, or null, for {@link Role#REGULATOR}; null for {@link Role#ADMIN}
 */
public record Caller(String keyId, Role role, @Nullable Uscc operator) {
  /** The attribute of the security identity that holds the caller. */
  public static final String ATTRIBUTE = "caller";

  /** What an API key is for. Its {@link #text()} is the role name that endpoints are guarded by. */
  public enum Role {
    ENTERPRISE,
    REGULATOR,
    ADMIN;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #text()} writes.
     *
     * @throws IllegalArgumentException naming the roles there are
     */
    public static Role parse(String text) {
      for (Role role : values()) {
        if (role.text().equals(text)) {
          return role;
        }
      }
      throw new IllegalArgumentException("is not one of enterprise, regulator, admin");
    }
  }

  public Caller {
    if (role == Role.ENTERPRISE && operator == null) {
      throw new IllegalArgumentException(
          "API key " + keyId + ": an enterprise key needs an operator");
    }
  }

  /**
   * The caller of an authenticated request.
   *
   * @throws UnauthorizedException when the identity is anonymous; it is answered with 401
   */
  public static Caller of(SecurityIdentity identity) {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw new UnauthorizedException();
    }
    return caller;
  }

  /** Whether this caller may write for that operator: its own key, or an admin's. */
  public boolean mayWriteFor(Uscc owner) {
    return role == Role.ADMIN || owner.equals(operator);
  }

  /**
   * Insists that this caller may write for that operator.
   *
   * @throws ProblemException {@link ProblemType#FORBIDDEN}
   */
  public void mustBe(Uscc owner) {
    if (!mayWriteFor(owner)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "this API key does not speak for operator " + owner);
    }
  }
}
