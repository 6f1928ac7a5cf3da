package net.alogins.oo.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.id.UserId;

/**
 * Whom a machine asks for, by a signed token (JWT, RFC 7519) that it carries in its {@code
 * Authorization} header (RFC 6750), as RFC 8725 would have it read: by keys that the host has, each
 * for one algorithm, and never by what the token says about keys. Calls may come from any thread.
 */
public final class BearerTokens {

  /** The longest token that is looked at, in characters. */
  public static final int LONGEST = 8 * 1024;

  /** How far the clocks of who signs and who reads may differ. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final String SCHEME = "bearer ";

  /** What a header may say; more would be a wish that is not understood here. */
  private static final Set<String> UNDERSTOOD = Set.of("alg", "kid", "typ");

  private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

  private final String issuer;
  private final String audience;
  private final TokenKeys keys;
  private final Clock clock;

  /**
   * Tokens of {@code issuer}, meant for {@code audience}.
   *
   * @param issuer what their {@code iss} must be, letter by letter
   * @param audience what must be in their {@code aud}: this host's name at the issuer
   * @param keys the keys that they may be signed with
   * @param clock the wall clock, for {@code exp} and {@code nbf}
   * @throws IllegalArgumentException if issuer or audience is blank
   */
  public BearerTokens(String issuer, String audience, TokenKeys keys, Clock clock) {
    if (issuer.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException("issuer and audience of tokens must not be blank");
    }
    this.issuer = issuer;
    this.audience = audience;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The user of a request with this {@code Authorization} header: {@code sub}, as this issuer has
   * it; another issuer may mean somebody else by it. Empty for every header that does not prove it,
   * whatever is wrong with it.
   *
   * @param authorization the header, or the empty text when there is none
   */
  public Optional<UserId> user(String authorization) {
    if (authorization.length() > SCHEME.length() + LONGEST
        || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(authorization.substring(SCHEME.length()));
      return isSigned(token) && isForNow(token.getJWTClaimsSet())
          ? subject(token)
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException forged) {
      return Optional.empty();
    }
  }

  private boolean isSigned(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    return UNDERSTOOD.containsAll(header.toJSONObject().keySet())
        && isOfType(header)
        && keys.verify(token, header);
  }

  private static boolean isOfType(JWSHeader header) {
    return header.getType() == null
        || TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT));
  }

  private boolean isForNow(JWTClaimsSet claims) {
    return issuer.equals(claims.getIssuer())
        && claims.getAudience().contains(audience)
        && isTimely(claims);
  }

  private boolean isTimely(JWTClaimsSet claims) {
    Date begin = claims.getNotBeforeTime();
    Date end = claims.getExpirationTime();
    Instant now = clock.instant();
    return begin != null
        && end != null
        && !now.plus(SKEW).isBefore(begin.toInstant())
        && now.minus(SKEW).isBefore(end.toInstant());
  }

  /** As it stands there: the parsed claims would make a text of a number. */
  private static Optional<UserId> subject(SignedJWT token) {
    return token.getPayload().toJSONObject().get("sub") instanceof String subject
        ? Optional.of(new UserId(subject))
        : Optional.empty();
  }
}
