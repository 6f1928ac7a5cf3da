package net.alogins.oo.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0), as far as it is needed.
 *
 * @param authorization where people are sent to sign in
 * @param token where a code is exchanged
 * @param takesPost whether a secret goes into the body there, and not into a header
 * @param namesItself whether its answers say who it is (RFC 9207)
 * @param tokens how its ID tokens are read
 */
record Endpoints(
    URI authorization, URI token, boolean takesPost, boolean namesItself, IDTokenValidator tokens) {

  /** Algorithms whose public key cannot be mistaken for a shared secret. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Duration KEYS_KEPT = Duration.ofHours(1);
  private static final Duration KEYS_AWAITED = Duration.ofSeconds(15);
  private static final Duration BETWEEN_TWO_LOOKS = Duration.ofSeconds(30);
  private static final int SKEW_SECONDS = 30;

  /**
   * Reads the metadata {@code json} of {@code provider}.
   *
   * @throws IllegalArgumentException if it is none, or that of somebody else
   */
  static Endpoints of(IdentityProvider provider, String json, Wire wire) {
    try {
      OIDCProviderMetadata said = OIDCProviderMetadata.parse(json);
      String name = said.getIssuer().getValue();
      if (!name.equals(provider.issuer())) {
        throw new IllegalArgumentException(
            "issuer must be " + provider.issuer() + " there too but was " + name);
      }
      return new Endpoints(
          address("authorization_endpoint", said.getAuthorizationEndpointURI()),
          address("token_endpoint", said.getTokenEndpointURI()),
          takesPost(said.getTokenEndpointAuthMethods()),
          said.supportsAuthorizationResponseIssuerParam(),
          validator(provider, said, wire));
    } catch (ParseException | MalformedURLException malformed) {
      throw new IllegalArgumentException(malformed.getMessage(), malformed);
    }
  }

  private static URI address(String what, URI said) {
    return Optional.ofNullable(said)
        .map(address -> Addresses.checked(what, address))
        .orElseThrow(() -> new IllegalArgumentException(what + " must be there"));
  }

  /** Where nothing is said, it is a header (OpenID Connect Discovery 1.0, 3). */
  private static boolean takesPost(List<ClientAuthenticationMethod> methods) {
    return methods != null
        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
  }

  private static IDTokenValidator validator(
      IdentityProvider provider, OIDCProviderMetadata said, Wire wire)
      throws MalformedURLException {
    URI keys = address("jwks_uri", said.getJWKSetURI());
    Set<JWSAlgorithm> algorithms =
        Optional.ofNullable(said.getIDTokenJWSAlgs()).orElse(List.of()).stream()
            .filter(SIGNATURES::contains)
            .collect(Collectors.toUnmodifiableSet());
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException(
          "id_token_signing_alg_values_supported must have one of RS, PS or ES");
    }
    IDTokenValidator validator =
        new IDTokenValidator(
            said.getIssuer(),
            new ClientID(provider.client()),
            new JWSVerificationKeySelector<>(algorithms, keys(keys, wire)),
            null);
    validator.setMaxClockSkew(SKEW_SECONDS);
    return validator;
  }

  /** Keys that are looked at again when a token names another, but not by every such token. */
  private static JWKSource<SecurityContext> keys(URI address, Wire wire)
      throws MalformedURLException {
    return JWKSourceBuilder.<SecurityContext>create(address.toURL(), wire)
        .cache(KEYS_KEPT.toMillis(), KEYS_AWAITED.toMillis())
        .refreshAheadCache(false)
        .rateLimited(BETWEEN_TWO_LOOKS.toMillis())
        .build();
  }
}
