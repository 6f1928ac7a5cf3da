package net.alogins.oo.identity;

import static net.alogins.oo.identity.Issuer.AUDIENCE;
import static net.alogins.oo.identity.Issuer.NAME;
import static net.alogins.oo.identity.Issuer.claims;
import static net.alogins.oo.identity.Issuer.encoded;
import static net.alogins.oo.identity.Issuer.header;
import static net.alogins.oo.identity.Issuer.seconds;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that nobody may be let in for, by what is wrong with them. */
final class Forged {

  private static final String ISS = "\"" + NAME + "\"";
  private static final String AUD = "\"" + AUDIENCE + "\"";
  private static final String GOOD = header("RS256", "rsa");

  private final Issuer issuer;
  private final Issuer stranger = new Issuer();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private Forged(Issuer issuer) {
    this.issuer = issuer;
  }

  static Map<String, String> against(Issuer issuer) {
    Forged forged = new Forged(issuer);
    forged.unsigned();
    forged.signedOtherwise();
    forged.signedByOthers();
    forged.withHeaders();
    forged.withClaims();
    forged.malformed();
    return forged.tokens;
  }

  private void add(String what, String token) {
    if (tokens.put(what, token) != null) {
      throw new IllegalStateException(what + " is there twice");
    }
  }

  private String good() {
    return issuer.signed(GOOD, claims());
  }

  private void unsigned() {
    for (String none : new String[] {"none", "None", "NONE", "nOnE", " none", "none ", ""}) {
      String head = encoded(header(none, "rsa")) + "." + encoded(claims()) + ".";
      add("alg '" + none + "' without a signature", head);
      add("alg '" + none + "' with a signature", head + good().split("\\.", -1)[2]);
    }
    add("no alg", encoded("{\"kid\":\"rsa\"}") + "." + encoded(claims()) + ".");
    add("alg null", issuer.signed("{\"alg\":null,\"kid\":\"rsa\"}", claims()));
    add("alg a number", issuer.signed("{\"alg\":256,\"kid\":\"rsa\"}", claims()));
    add("alg a list", issuer.signed("{\"alg\":[\"RS256\"],\"kid\":\"rsa\"}", claims()));
  }

  /** The public key is known to everybody: it must never be taken for a secret. */
  private void signedOtherwise() {
    byte[] der = publicKey(issuer.rsa);
    add("HS256 with the public key", hs256("rsa", der));
    add("HS256 with the public key as PEM", hs256("rsa", pem(der)));
    add("HS256 with the public key of the curve", hs256("ec", publicKey(issuer.curve)));
    add("HS256 with the modulus", hs256("rsa", issuer.rsa.getModulus().decode()));
    add("RS384 with a key for RS256", byRsa("RS384"));
    add("RS512 with a key for RS256", byRsa("RS512"));
    add("PS256 with a key for RS256", byRsa("PS256"));
    add("another alg than the signature's", issuer.signed(header("RS512", "rsa"), claims()));
    add(
        "the secret's signature under the name of the RSA key",
        Issuer.signed(GOOD, claims(), JWSAlgorithm.HS256, issuer.secret));
    add("ES256 under the name of the RSA key", signedByCurve("rsa"));
    add("the alg in lower case", issuer.signed(header("rs256", "rsa"), claims()));
    String blank = encoded(header("ES256", "ec")) + "." + encoded(claims()) + ".";
    add("a curve's signature of zeros", blank + Base64URL.encode(new byte[64]));
    add("a curve's signature that is empty", blank);
    add(
        "a curve's signature in DER",
        blank + Base64URL.encode(new byte[] {48, 6, 2, 1, 0, 2, 1, 0}));
    add("a signature of zeros", head() + Base64URL.encode(new byte[256]));
    add("a signature cut short", good().substring(0, good().length() - 8));
    add("a signature with one letter changed", changed(good()));
  }

  private String head() {
    return encoded(GOOD) + "." + encoded(claims()) + ".";
  }

  private static String changed(String token) {
    int at = token.length() - 20;
    return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
  }

  private static String hs256(String kid, byte[] secret) {
    OctetSequenceKey key = new OctetSequenceKey.Builder(secret).build();
    return Issuer.signed(header("HS256", kid), claims(), JWSAlgorithm.HS256, key);
  }

  private String byRsa(String alg) {
    return Issuer.signed(header(alg, "rsa"), claims(), JWSAlgorithm.parse(alg), issuer.rsa);
  }

  private String signedByCurve(String kid) {
    return Issuer.signed(header("ES256", kid), claims(), JWSAlgorithm.ES256, issuer.curve);
  }

  private static byte[] publicKey(RSAKey key) {
    try {
      return key.toRSAPublicKey().getEncoded();
    } catch (com.nimbusds.jose.JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] publicKey(ECKey key) {
    try {
      return key.toECPublicKey().getEncoded();
    } catch (com.nimbusds.jose.JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] pem(byte[] der) {
    String body = java.util.Base64.getMimeEncoder().encodeToString(der);
    return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void signedByOthers() {
    add("a stranger's RSA key under our key's name", stranger.signed(GOOD, claims()));
    add(
        "a stranger's curve under our key's name",
        Issuer.signed(header("ES256", "ec"), claims(), JWSAlgorithm.ES256, stranger.curve));
    add(
        "a stranger's secret under our key's name",
        Issuer.signed(header("HS256", "mac"), claims(), JWSAlgorithm.HS256, stranger.secret));
    add("the signature of another token", head() + otherClaims().split("\\.", -1)[2]);
  }

  private String otherClaims() {
    return issuer.signed(GOOD, claims(ISS, AUD, "\"eve\"", seconds(-5), seconds(300)));
  }

  private void withHeaders() {
    for (String kid :
        new String[] {
          "", "RSA", "../../dev/null", "rsa' or '1'='1", "rsa\\u0000", "/etc/passwd", "https://x"
        }) {
      add("kid '" + kid + "'", issuer.signed(header("RS256", kid), claims()));
    }
    add("no kid", issuer.signed("{\"alg\":\"RS256\"}", claims()));
    add("kid a number", issuer.signed("{\"alg\":\"RS256\",\"kid\":1}", claims()));
    add("jku of a stranger", stranger.signed(more("\"jku\":\"https://evil.example/k\""), claims()));
    add("jku on a good token", issuer.signed(more("\"jku\":\"https://id.example/k\""), claims()));
    add("x5u of a stranger", stranger.signed(more("\"x5u\":\"https://evil.example/c\""), claims()));
    add("its own key", stranger.signed(more("\"jwk\":" + stranger.rsa.toPublicJWK()), claims()));
    add(
        "our own key beside it",
        issuer.signed(more("\"jwk\":" + issuer.rsa.toPublicJWK()), claims()));
    add("x5c on a good token", issuer.signed(more("\"x5c\":[\"MIIB\"]"), claims()));
    add("crit", issuer.signed(more("\"crit\":[\"exp\"],\"exp\":1"), claims()));
    add("b64 false", issuer.signed(more("\"crit\":[\"b64\"],\"b64\":false"), claims()));
    add("zip", issuer.signed(more("\"zip\":\"DEF\""), claims()));
    add("a type that is no token", issuer.signed(more("\"typ\":\"JOSE\""), claims()));
    add("an id token's nesting", issuer.signed(more("\"cty\":\"JWT\""), encoded(claims())));
    add(
        "alg twice",
        issuer.signed("{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"rsa\"}", claims()));
  }

  private static String more(String field) {
    return "{\"alg\":\"RS256\",\"kid\":\"rsa\"," + field + "}";
  }

  private void withClaims() {
    claim("no iss", "{\"aud\":\"oo\",\"sub\":\"ada\",\"nbf\":0,\"exp\":" + seconds(9) + "}");
    claim("another iss", claims("\"https://evil.example\"", AUD, "\"ada\"", "0", seconds(9)));
    claim("iss with a slash more", claims("\"" + NAME + "/\"", AUD, "\"ada\"", "0", seconds(9)));
    claim("iss in capitals", claims("\"HTTPS://ID.EXAMPLE\"", AUD, "\"ada\"", "0", seconds(9)));
    claim("iss a list", claims("[" + ISS + "]", AUD, "\"ada\"", "0", seconds(9)));
    claim("no aud", "{\"iss\":" + ISS + ",\"sub\":\"ada\",\"nbf\":0,\"exp\":" + seconds(9) + "}");
    claim("another aud", claims(ISS, "\"others\"", "\"ada\"", "0", seconds(9)));
    claim("aud that only begins so", claims(ISS, "\"oo2\"", "\"ada\"", "0", seconds(9)));
    claim("aud empty", claims(ISS, "[]", "\"ada\"", "0", seconds(9)));
    claim("aud an object", claims(ISS, "{\"oo\":1}", "\"ada\"", "0", seconds(9)));
    claim("no exp", "{\"iss\":" + ISS + ",\"aud\":\"oo\",\"sub\":\"ada\",\"nbf\":0}");
    claim("exp past", claims(ISS, AUD, "\"ada\"", "0", seconds(-31)));
    claim("exp a text", claims(ISS, AUD, "\"ada\"", "0", "\"" + seconds(9) + "\""));
    claim("exp null", claims(ISS, AUD, "\"ada\"", "0", "null"));
    claim("exp negative", claims(ISS, AUD, "\"ada\"", "0", "-" + seconds(9)));
    claim(
        "no nbf",
        "{\"iss\":" + ISS + ",\"aud\":\"oo\",\"sub\":\"ada\",\"exp\":" + seconds(9) + "}");
    claim("nbf ahead", claims(ISS, AUD, "\"ada\"", seconds(31), seconds(300)));
    claim("no sub", "{\"iss\":" + ISS + ",\"aud\":\"oo\",\"nbf\":0,\"exp\":" + seconds(9) + "}");
    claim("sub empty", claims(ISS, AUD, "\"\"", "0", seconds(9)));
    claim("sub blank", claims(ISS, AUD, "\" \"", "0", seconds(9)));
    claim("sub null", claims(ISS, AUD, "null", "0", seconds(9)));
    claim("sub a number", claims(ISS, AUD, "7", "0", seconds(9)));
    claim("sub too long", claims(ISS, AUD, "\"" + "x".repeat(257) + "\"", "0", seconds(9)));
    claim("sub with a line break", claims(ISS, AUD, "\"ada\\nbob\"", "0", seconds(9)));
    claim("sub twice", claims().replace("}", ",\"sub\":\"eve\"}"));
    claim("exp twice", claims(ISS, AUD, "\"ada\"", "0", seconds(-60) + ",\"exp\":" + seconds(9)));
    claim("claims that are a list", "[" + claims() + "]");
    claim("claims that are a text", "\"ada\"");
    claim("claims that are empty", "");
  }

  private void claim(String what, String claims) {
    add(what, issuer.signed(GOOD, claims));
  }

  private void malformed() {
    add("nothing", "");
    add("a dot", ".");
    add("three dots", "...");
    add("two parts", good().substring(0, good().lastIndexOf('.')));
    add("four parts", good() + ".AAAA");
    add("five parts", good() + ".AAAA.AAAA");
    add("a good one after another", good() + " " + good());
    add("a good one after a word", "x " + good());
    add("its header in plain", GOOD + good().substring(good().indexOf('.')));
    add("not Base64", good().replace('.', '!'));
    add("a list of headers", issuer.signed("[" + GOOD + "]", claims()));
    add("deep claims", issuer.signed(GOOD, "{\"a\":".repeat(900) + "1" + "}".repeat(900)));
    add("JSON serialization", "{\"payload\":\"" + encoded(claims()) + "\",\"signatures\":[]}");
    add(
        "9 KiB",
        issuer.signed(GOOD, claims().replace("}", ",\"pad\":\"" + "x".repeat(9_000) + "\"}")));
  }
}
