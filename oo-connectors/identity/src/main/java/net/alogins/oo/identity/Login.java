package net.alogins.oo.identity;

import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in with an identity provider, by the authorization code flow of OpenID Connect with PKCE,
 * state and nonce, as RFC 9700 would have it. A login is begun and ended in one browser, once,
 * within ten minutes, and by this object. Calls may come from any thread.
 */
public final class Login {

  /** How long a login may take. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int LONGEST_CODE = 4096;

  private final IdentityProvider provider;
  private final URI callback;
  private final Clock clock;
  private final Discovery discovery;
  private final CodeExchange exchange;
  private final PendingLogins begun = new PendingLogins();

  /**
   * Logins with {@code provider}, which sends people back to {@code callback} and nowhere else.
   *
   * @param provider who knows the people
   * @param callback the address of this host that the provider knows, too
   * @param clock the wall clock, for how long a login may take
   * @throws IllegalArgumentException if the callback is neither https nor on this machine
   */
  public Login(IdentityProvider provider, URI callback, Clock clock) {
    Wire wire = new Wire();
    this.provider = provider;
    this.callback = Addresses.checked("callback", callback);
    this.clock = clock;
    this.discovery = new Discovery(provider, wire, System::nanoTime);
    this.exchange = new CodeExchange(provider, callback, wire, clock);
  }

  /**
   * Begins a login.
   *
   * @throws IdentityProviderException if the provider cannot be asked where to go
   */
  public Departure begin() {
    return begin("");
  }

  /**
   * The same, and {@code kept} is there again when it ends; it stays here.
   *
   * @throws IdentityProviderException if the provider cannot be asked where to go
   */
  public Departure begin(String kept) {
    URI authorization = discovery.endpoints().authorization();
    String cookie = Secrets.fresh();
    String state = Secrets.fresh();
    Pending login =
        new Pending(
            Secrets.hash(cookie),
            new Nonce(Secrets.fresh()),
            new CodeVerifier(Secrets.fresh()),
            clock.instant().plus(PATIENCE),
            kept);
    begun.add(state, login);
    return new Departure(address(authorization, state, login), cookie);
  }

  private URI address(URI authorization, String state, Pending login) {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), new ClientID(provider.client()), callback)
            .endpointURI(authorization)
            .state(new State(state))
            .nonce(login.nonce())
            .codeChallenge(login.verifier(), CodeChallengeMethod.S256);
    return provider.answer() == IdentityProvider.Answer.FORM_POST
        ? request.responseMode(ResponseMode.FORM_POST).build().toURI()
        : request.build().toURI();
  }

  /**
   * Ends a login, well or not.
   *
   * @param cookie what the browser brought back of {@link Departure#cookie}, or the empty text
   * @param response the parameters that the provider sent along, of the query or of the form
   * @throws IdentityProviderException if the provider cannot be asked whether all is well
   */
  public Arrival end(String cookie, Map<String, List<String>> response) {
    Optional<Pending> login =
        one(response, "state")
            .flatMap(state -> begun.take(state, clock.instant()))
            .filter(pending -> pending.browser().equals(Secrets.hash(cookie)));
    if (login.isEmpty()) {
      return new Arrival.Refused(
          "a login must be ended once, in the browser that began it, within ten minutes");
    }
    Endpoints endpoints = discovery.endpoints();
    if (!isFromProvider(response, endpoints)) {
      return new Arrival.Refused("iss must be the provider that was asked");
    }
    return one(response, "code")
        .filter(code -> code.length() <= LONGEST_CODE && !response.containsKey("error"))
        .map(code -> exchange.arrival(code, login.get(), endpoints))
        .orElseGet(() -> new Arrival.Refused("the provider must send one code and no error"));
  }

  /** RFC 9207. */
  private boolean isFromProvider(Map<String, List<String>> response, Endpoints endpoints) {
    return response.containsKey("iss")
        ? one(response, "iss").filter(provider.issuer()::equals).isPresent()
        : !endpoints.namesItself();
  }

  /** The parameter, if it is there once and not empty. */
  private static Optional<String> one(Map<String, List<String>> response, String name) {
    List<String> values = response.getOrDefault(name, List.of());
    return values.size() == 1
        ? Optional.of(values.get(0)).filter(value -> !value.isBlank())
        : Optional.empty();
  }
}
