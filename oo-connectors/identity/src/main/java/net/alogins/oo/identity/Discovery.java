package net.alogins.oo.identity;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The endpoints of a provider, asked for when they are first needed and once a day from then on.
 * While the provider is away the last ones stand; when there are none it is asked again, but not
 * more than once in five seconds. One caller asks at a time, and nobody waits for them.
 */
final class Discovery {

  private static final long KEPT = Duration.ofDays(1).toNanos();
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final IdentityProvider provider;
  private final Wire wire;
  private final LongSupplier nanos;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<Endpoints> known = Optional.empty();
  private volatile Optional<IdentityProviderException> failure = Optional.empty();
  private volatile long next;

  Discovery(IdentityProvider provider, Wire wire, LongSupplier nanos) {
    this.provider = provider;
    this.wire = wire;
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  /**
   * The endpoints.
   *
   * @throws IdentityProviderException if they are not known and cannot be learned just now
   */
  Endpoints endpoints() {
    if (isDue() && asking.tryLock()) {
      try {
        askOnce();
      } finally {
        asking.unlock();
      }
    }
    return known.orElseThrow(
        () ->
            failure.orElseGet(
                () ->
                    new IdentityProviderException("the provider is being asked, and must answer")));
  }

  private boolean isDue() {
    return nanos.getAsLong() - next >= 0;
  }

  private void askOnce() {
    if (isDue()) {
      ask();
    }
  }

  private void ask() {
    try {
      known = Optional.of(Endpoints.of(provider, wire.get(address()), wire));
      next = nanos.getAsLong() + KEPT;
    } catch (IOException | RuntimeException wrong) {
      failure =
          Optional.of(
              new IdentityProviderException(
                  address() + " must be the metadata of a provider: " + wrong.getMessage(), wrong));
      next = nanos.getAsLong() + PAUSE;
    }
  }

  /** A slash at the end of a name is its own, but not doubled here (Discovery 1.0, 4.1). */
  private URI address() {
    return URI.create(
        provider.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration");
  }
}
