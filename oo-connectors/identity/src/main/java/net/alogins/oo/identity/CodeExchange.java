package net.alogins.oo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.regex.Pattern;

/** Turns the code that a browser brought back into the account that it stands for. */
final class CodeExchange {

  private static final Pattern SAFE_WORDS = Pattern.compile("[A-Za-z0-9 (),.']{1,80}");

  private final IdentityProvider provider;
  private final URI callback;
  private final Wire wire;
  private final Clock clock;

  CodeExchange(IdentityProvider provider, URI callback, Wire wire, Clock clock) {
    this.provider = provider;
    this.callback = callback;
    this.wire = wire;
    this.clock = clock;
  }

  /**
   * Who brought {@code code}, by the ID token that it is exchanged for at {@code endpoints}.
   *
   * @throws IdentityProviderException if the provider cannot be asked
   */
  Arrival arrival(String code, Pending login, Endpoints endpoints) {
    try {
      TokenResponse answer =
          OIDCTokenResponseParser.parse(request(code, login, endpoints).toHTTPRequest().send(wire));
      return answer.indicatesSuccess() && answer instanceof OIDCTokenResponse tokens
          ? arrival(tokens.getOIDCTokens().getIDToken(), login, endpoints)
          : new Arrival.Refused("code must be good, and for this host");
    } catch (ParseException malformed) {
      return new Arrival.Refused("what a code is exchanged for must have an ID token");
    } catch (IOException unreachable) {
      throw new IdentityProviderException(
          endpoints.token() + " must exchange codes: " + unreachable.getMessage(), unreachable);
    }
  }

  private TokenRequest request(String code, Pending login, Endpoints endpoints) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(new AuthorizationCode(code), callback, login.verifier());
    ClientID client = new ClientID(provider.client());
    String secret = provider.secret().at(clock.instant());
    return secret.isEmpty()
        ? new TokenRequest.Builder(endpoints.token(), client, grant).build()
        : new TokenRequest.Builder(endpoints.token(), proof(client, secret, endpoints), grant)
            .build();
  }

  private static ClientAuthentication proof(ClientID client, String secret, Endpoints endpoints) {
    return endpoints.takesPost()
        ? new ClientSecretPost(client, new Secret(secret))
        : new ClientSecretBasic(client, new Secret(secret));
  }

  private Arrival arrival(JWT token, Pending login, Endpoints endpoints) {
    try {
      IDTokenClaimsSet claims = endpoints.tokens().validate(token, login.nonce());
      if (!isForHost(claims)) {
        return new Arrival.Refused("azp of the ID token must be this host");
      }
      return token instanceof SignedJWT signed
              && signed.getPayload().toJSONObject().get("sub") instanceof String subject
          ? new Arrival.SignedIn(new Account(provider.issuer(), subject), login.kept())
          : new Arrival.Refused("sub of the ID token must be a text");
    } catch (BadJOSEException | IllegalArgumentException forged) {
      return new Arrival.Refused("the ID token must be right" + cause(forged));
    } catch (JOSEException unreadable) {
      throw new IdentityProviderException("the keys of the provider must be readable", unreadable);
    }
  }

  /** What is wrong in general; what comes behind a colon may be of the token. */
  private static String cause(Exception forged) {
    String rule = String.valueOf(forged.getMessage()).replaceFirst("(?s)[:\\n].*", "");
    return SAFE_WORDS.matcher(rule).matches() ? ": " + rule : "";
  }

  /** A token for several must say whom it was given to (OpenID Connect Core 1.0, 3.1.3.7). */
  private boolean isForHost(IDTokenClaimsSet claims) {
    AuthorizedParty party = claims.getAuthorizedParty();
    return party == null
        ? claims.getAudience().size() == 1
        : party.getValue().equals(provider.client());
  }
}
