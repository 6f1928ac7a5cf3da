package net.alogins.oo.remote;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.Access;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.ConnectorException;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.TokenVault;

/** Access with what was put here. */
public final class Keys implements Access {

  private final Map<Secret, byte[]> secrets = new EnumMap<>(Secret.class);
  private final List<Secret> replaced = new ArrayList<>();

  /** Access with a token. */
  public static Keys of(String token) {
    Keys keys = new Keys();
    keys.secrets.put(Secret.ACCESS, token.getBytes(StandardCharsets.UTF_8));
    return keys;
  }

  /** The same, and another secret. */
  public Keys and(Secret secret, byte[] value) {
    secrets.put(secret, value.clone());
    return this;
  }

  /** A secret as a text; empty if there is none. */
  public String text(Secret secret) {
    return new String(secrets.getOrDefault(secret, new byte[0]), StandardCharsets.UTF_8);
  }

  /** Which were replaced, in order. */
  public List<Secret> replaced() {
    return replaced;
  }

  @Override
  public UserId user() {
    return new UserId("ada");
  }

  @Override
  public ConnectionId connection() {
    return new ConnectionId("c-1");
  }

  @Override
  public String target() {
    return "";
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-03-01T12:00:00Z");
  }

  @Override
  public <T> T with(Secret secret, TokenVault.Use<T> use)
      throws ConnectorException, InterruptedException {
    byte[] kept = secrets.get(secret);
    if (kept == null) {
      throw ConnectorException.revoked("no such secret");
    }
    byte[] lent = kept.clone();
    try {
      return use.with(lent);
    } finally {
      Arrays.fill(lent, (byte) 0);
    }
  }

  @Override
  public void replace(Secret secret, byte[] value) {
    secrets.put(secret, value.clone());
    replaced.add(secret);
  }
}
