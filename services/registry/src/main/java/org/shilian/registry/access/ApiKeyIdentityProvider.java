package org.shilian.registry.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.shilian.registry.Caller;

/** Turns an API key into the identity of its {@link Caller}. */
@Singleton
class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyRequest> {
  private final ApiKeyStore keys;

  ApiKeyIdentityProvider(ApiKeyStore keys) {
    this.keys = keys;
  }

  @Override
  public Class<ApiKeyRequest> getRequestType() {
    return ApiKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyRequest request, AuthenticationRequestContext context) {
    return keys.caller(request.key()).map(ApiKeyIdentityProvider::identity);
  }

  private static SecurityIdentity identity(Optional<Caller> found) {
    Caller caller = found.orElseThrow(AuthenticationFailedException::new);
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.keyId()))
        .addRole(caller.role().text())
        .addAttribute(Caller.ATTRIBUTE, caller)
        .build();
  }
}
