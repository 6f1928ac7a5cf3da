package net.alogins.oo.policy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A way to choose that learns: {@link SharedPolicy} keeps one state for everybody, {@link
 * PersonalPolicy} one for everybody and one for each person.
 *
 * <p>A policy is stateless and pure: every state is an immutable value, every call may come from
 * any thread, nothing depends on a clock, and the only randomness is the generator that is handed
 * in. The same arguments give the same bits on every JDK (use {@code StrictMath}).
 *
 * @param <S> the state that everybody shares
 */
public sealed interface Policy<S> permits SharedPolicy, PersonalPolicy {

  /**
   * The name under which decisions are logged and states are saved; part of every random stream. A
   * policy that would learn otherwise from the same rows must have another name.
   */
  String name();

  /** The state before anything was learned. */
  S initial(FeatureSchema schema, RewardRange range);

  /** Writes a state so that {@link #read} gives it back bit for bit. */
  void write(S state, DataOutput out) throws IOException;

  /** The state that {@link #write} wrote under the same schema. */
  S read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException;
}
