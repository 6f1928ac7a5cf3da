package net.alogins.oo.benchmarks;

import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Policy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A policy, and what it was called on the command line.
 *
 * @param name in tables
 * @param policy stateless, so that one will do
 */
public record NamedPolicy(String name, Policy<?> policy) {

  /** That of a {@linkplain Policies#named name}. */
  public static NamedPolicy of(String name) {
    return new NamedPolicy(name, Policies.named(name));
  }

  /** Reads a name. */
  public static final class Reading implements ITypeConverter<NamedPolicy> {

    /** Made by picocli. */
    public Reading() {}

    @Override
    public NamedPolicy convert(String name) {
      try {
        return of(name);
      } catch (IllegalArgumentException unknown) {
        throw new TypeConversionException(unknown.getMessage());
      }
    }
  }
}
