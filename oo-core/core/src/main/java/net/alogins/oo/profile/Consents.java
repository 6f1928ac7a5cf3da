package net.alogins.oo.profile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The purposes that a person allows; what is not named is not allowed.
 *
 * @param allowed the allowed purposes
 */
public record Consents(Set<Purpose> allowed) {

  private static final Consents STANDARD = of(Purpose.RECOMMEND, Purpose.LEARN);

  public Consents {
    allowed = Set.copyOf(allowed);
  }

  /** Exactly these purposes. */
  public static Consents of(Purpose... purposes) {
    return new Consents(Set.copyOf(Arrays.asList(purposes)));
  }

  /** What holds when the host says nothing: recommend and learn; never LLM, notify or research. */
  public static Consents standard() {
    return STANDARD;
  }

  /** Nothing at all. */
  public static Consents none() {
    return of();
  }

  /** Whether {@code purpose} is allowed. */
  public boolean allow(Purpose purpose) {
    return allowed.contains(purpose);
  }

  /** The same with {@code purpose} allowed as well. */
  public Consents and(Purpose purpose) {
    Set<Purpose> more = new HashSet<>(allowed);
    more.add(purpose);
    return new Consents(more);
  }

  /** The same with {@code purpose} no longer allowed. */
  public Consents without(Purpose purpose) {
    Set<Purpose> fewer = new HashSet<>(allowed);
    fewer.remove(purpose);
    return new Consents(fewer);
  }
}
