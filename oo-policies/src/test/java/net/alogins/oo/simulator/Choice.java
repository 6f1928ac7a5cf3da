package net.alogins.oo.simulator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.event.Decided;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Slate;

/** Which decision, as far as a policy can tell: no two are of one person at one moment. */
record Choice(UserId user, Instant at, CandidateId chosen) {

  private static final Comparator<Choice> IN_ORDER =
      Comparator.comparing(Choice::at).thenComparing(choice -> choice.user().value());

  static Choice of(Slate chosen) {
    return new Choice(chosen.user(), chosen.at(), chosen.candidates().get(0));
  }

  static Choice of(Decided decided) {
    return new Choice(decided.user(), decided.at(), decided.candidate());
  }

  /** Whether a picky policy refuses to learn that this earned {@code reward}. */
  boolean isPoison(double reward) {
    return reward == 1 && Math.floorMod(at.toEpochMilli(), 4L) == 0;
  }

  static void write(Map<Choice, Double> rewards, DataOutput out) throws IOException {
    List<Choice> choices = new ArrayList<>(rewards.keySet());
    choices.sort(IN_ORDER);
    out.writeInt(choices.size());
    for (Choice choice : choices) {
      out.writeUTF(choice.user().value());
      out.writeLong(choice.at().toEpochMilli());
      out.writeUTF(choice.chosen().source());
      out.writeUTF(choice.chosen().key());
      out.writeDouble(rewards.getOrDefault(choice, Double.NaN));
    }
  }

  static Map<Choice, Double> read(DataInput in) throws IOException {
    Map<Choice, Double> rewards = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      Choice choice =
          new Choice(
              new UserId(in.readUTF()),
              Instant.ofEpochMilli(in.readLong()),
              new CandidateId(in.readUTF(), in.readUTF()));
      rewards.put(choice, in.readDouble());
    }
    return Collections.unmodifiableMap(rewards);
  }
}
