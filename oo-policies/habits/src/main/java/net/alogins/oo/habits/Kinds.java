package net.alogins.oo.habits;

/** Kinds are open words: they are counted in {@value #MANY} classes, and some share one. */
final class Kinds {

  static final int MANY = 16;

  /** 2^32 by the golden ratio (Knuth 1973, multiplicative hashing). */
  private static final int SPREAD = 0x9E3779B9;

  private static final int SHIFT = 28;

  private Kinds() {}

  /** The class of {@code kind}; what {@link String#hashCode} is, the language says. */
  static int of(String kind) {
    return (kind.hashCode() * SPREAD) >>> SHIFT;
  }
}
