package org.shilian.registry.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.registry.Caller;

/** An API key as it is stored: its hash, never the key. */
@Entity
@Table(schema = "registry", name = "api_key")
class ApiKey {
  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "key_hash", nullable = false, updatable = false)
  private byte[] keyHash;

  @Column(name = "role", nullable = false, updatable = false)
  private String role;

  @Column(name = "operator", updatable = false)
  private @Nullable String operator;

  @Column(name = "label", nullable = false)
  private String label;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  /** For Hibernate. */
  protected ApiKey() {}

  ApiKey(Caller caller, KeyHash hash, String label, Instant now) {
    this.id = caller.keyId();
    this.keyHash = hash.bytes();
    this.role = caller.role().text();
    this.operator = caller.operator() == null ? null : caller.operator().value();
    this.label = label;
    this.createdAt = now;
  }

  Caller caller() {
    return new Caller(id, Caller.Role.parse(role), operator == null ? null : new Uscc(operator));
  }

  KeyHash hash() {
    return KeyHash.of(keyHash);
  }

  boolean revoked() {
    return revokedAt != null;
  }

  /** Revokes it; a second time changes nothing. */
  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  ApiKeyView view(@Nullable String secret) {
    return new ApiKeyView(
        id,
        secret,
        role,
        operator,
        label,
        createdAt.toString(),
        revokedAt == null ? null : revokedAt.toString());
  }
}
