package net.alogins.oo.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.http.Role;
import net.alogins.oo.identity.AppleSecret;
import net.alogins.oo.identity.ClientSecret;
import net.alogins.oo.identity.IdentityProvider;
import net.alogins.oo.identity.TokenKeys;
import picocli.CommandLine.Option;

/** The options that say who may come in. */
final class AccessOptions {

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = {
        "Lets in who signs in with the identity provider (OpenID Connect) of this name",
        "(OO_ISSUER). OO_CLIENT_SECRET has the secret, if there is one."
      })
  private Optional<String> issuer = Optional.empty();

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      defaultValue = "",
      description = "What the server is called there (OO_CLIENT_ID).")
  private String client = "";

  @Option(
      names = "--apple-key",
      paramLabel = "FILE",
      description = "Signs in with Apple; FILE is the private key, a .p8 (OO_APPLE_KEY).")
  private Optional<Path> appleKey = Optional.empty();

  @Option(
      names = "--apple-key-id",
      paramLabel = "ID",
      defaultValue = "",
      description = "The id of that key (OO_APPLE_KEY_ID).")
  private String appleKeyId = "";

  @Option(
      names = "--apple-team-id",
      paramLabel = "ID",
      defaultValue = "",
      description = "The id of the team that it is of (OO_APPLE_TEAM_ID).")
  private String appleTeam = "";

  @Option(
      names = "--allow",
      paramLabel = "SUB",
      split = ",",
      description = "Lets in these subjects (sub) only, with commas between, or all: * (OO_ALLOW).")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--staff",
      paramLabel = "SUB=ROLE",
      split = ",",
      description = {
        "Lets these look at how everything stands and at anybody's decisions (viewer), also",
        "rebuild and replay (operator), or anything (admin), with commas between (OO_STAFF)."
      })
  private Map<String, Role> staff = new LinkedHashMap<>();

  @Option(
      names = "--token-keys",
      paramLabel = "FILE",
      description = {
        "Lets in programs with a token of the issuer that one of these keys signed, a JWK set",
        "(OO_TOKEN_KEYS)."
      })
  private Optional<Path> tokenKeys = Optional.empty();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = {
        "Where browsers find it, behind something that speaks https (OO_PUBLIC_URL). It still",
        "listens on 127.0.0.1 only."
      })
  private Optional<String> publicUrl = Optional.empty();

  /** Who may come in. */
  Access access() {
    return access(System.getenv());
  }

  /** Who may come in, with the secrets of {@code environment}. */
  Access access(Map<String, String> environment) {
    try {
      return new Access(
          provider(environment),
          publicUrl.map(AccessOptions::url),
          new People(Set.copyOf(allowed), staff),
          tokenKeys.map(AccessOptions::keys));
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Optional<IdentityProvider> provider(Map<String, String> environment) {
    if (appleKey.isPresent()) {
      return Optional.of(apple(appleKey.get()));
    }
    if (issuer.filter(IdentityProvider.APPLE::equals).isPresent()) {
      throw new Refusal(Exit.USAGE, "apple-key must be there for " + IdentityProvider.APPLE);
    }
    requireNone("apple-key-id", appleKeyId, "an --apple-key");
    requireNone("apple-team-id", appleTeam, "an --apple-key");
    requireNone("client-id", issuer.isPresent() ? "" : client, "an --issuer or an --apple-key");
    ClientSecret secret = ClientSecret.of(environment.getOrDefault("OO_CLIENT_SECRET", ""));
    return issuer.map(name -> IdentityProvider.at(name, requiredClient(), secret));
  }

  private String requiredClient() {
    if (client.isBlank()) {
      throw new Refusal(Exit.USAGE, "client-id must say what the server is called at the issuer");
    }
    return client;
  }

  private static void requireNone(String option, String value, String other) {
    if (!value.isEmpty()) {
      throw new Refusal(Exit.USAGE, option + " must come with " + other);
    }
  }

  private IdentityProvider apple(Path key) {
    if (issuer.filter(name -> !name.equals(IdentityProvider.APPLE)).isPresent()) {
      throw new Refusal(
          Exit.USAGE, "issuer must be " + IdentityProvider.APPLE + " with an --apple-key");
    }
    OwnersOnly.FILE.require(key);
    String pem = text("apple-key", key);
    return IdentityProvider.apple(
        requiredClient(), AppleSecret.of(appleTeam, client, appleKeyId, pem));
  }

  private static TokenKeys keys(Path file) {
    TokenKeys keys = parsed(file, text("token-keys", file));
    if (keys.haveSecret()) {
      OwnersOnly.FILE.require(file);
    }
    return keys;
  }

  private static TokenKeys parsed(Path file, String text) {
    try {
      return TokenKeys.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "token-keys " + file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static String text(String what, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Refusal(Exit.NO_INPUT, what + " " + file + " must be readable", unreadable);
    }
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      throw new Refusal(Exit.USAGE, "public-url must be a URL but was " + text, malformed);
    }
  }
}
