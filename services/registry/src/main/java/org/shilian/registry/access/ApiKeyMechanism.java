package org.shilian.registry.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the API key from {@code Authorization: Bearer slk_…} (RFC 6750, section 2.1). */
@Singleton
class ApiKeyMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "Bearer ";
  private static final String REALM = "Bearer realm=\"shilian\"";

  @Override
  public Uni<@Nullable SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String key = key(context);
    if (key == null) {
      return Uni.createFrom().nullItem();
    }
    return identities.authenticate(new ApiKeyRequest(key));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    // RFC 6750, section 3: no error code when no key was presented
    String challenge = key(context) == null ? REALM : REALM + ", error=\"invalid_token\"";
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge));
  }

  private static @Nullable String key(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    return header.substring(SCHEME.length()).strip();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiKeyRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.AUTHORIZATION, SCHEME.strip()));
  }
}
