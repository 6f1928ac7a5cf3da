package net.alogins.oo.internal;

import java.util.random.RandomGenerator;
import net.alogins.oo.id.TipId;

/**
 * A random stream that belongs to one decision, one policy and one use, so that a replay draws the
 * same and nothing else can disturb it. SplitMix64 (Steele, Lea, Flood 2014), the same on every
 * JDK.
 */
final class Stream implements RandomGenerator {

  private static final long GAMMA = 0x9e3779b97f4a7c15L;
  private static final double UNIT = 0x1p-53;

  private long state;

  private Stream(long seed) {
    this.state = seed;
  }

  /** The stream that a policy ranks with. */
  static Stream rank(TipId tip, String policy) {
    return of(tip, policy, 1);
  }

  /** The stream that the engine draws from. */
  static Stream draw(TipId tip, String policy) {
    return of(tip, policy, 2);
  }

  private static Stream of(TipId tip, String policy, long use) {
    long seed = mix(tip.high() + GAMMA * use);
    seed = mix(seed ^ tip.low());
    for (int i = 0; i < policy.length(); i++) {
      seed = mix(seed + GAMMA + policy.charAt(i));
    }
    return new Stream(seed);
  }

  @Override
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
