package net.alogins.oo.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryTipScores;
import net.alogins.oo.tip.TipScore;
import net.alogins.oo.tip.TipScores;

/**
 * Scores that outlive a process. What they say is kept beside the disk; whether it is there is up
 * to the disk, which holds the number of each act.
 */
final class SimulatedScores implements TipScores {

  private static final byte ACT = 1;

  /** What was done with scores, in order, also what did not outlive a crash. */
  static final class Acts {

    private final List<Act> all = new ArrayList<>();
  }

  /** Something done with scores. */
  private interface Act {

    void on(TipScores scores);
  }

  private final Journal journal;
  private final Acts acts;
  private final TipScores scores = new InMemoryTipScores();

  SimulatedScores(Journal journal, Acts acts) {
    this.journal = journal;
    this.acts = acts;
    for (byte[] record : journal.recover()) {
      acts.all.get(number(record)).on(scores);
    }
  }

  private static int number(byte[] record) {
    return ByteBuffer.wrap(record, 1, Integer.BYTES).getInt();
  }

  private void commit(Act act) {
    int number = acts.all.size();
    acts.all.add(act);
    journal.commit(LogFormat.record(ACT, out -> out.writeInt(number)), () -> act.on(scores));
  }

  @Override
  public synchronized void write(UserId user, List<TipScore> newScores) {
    List<TipScore> copy = List.copyOf(newScores);
    commit(kept -> kept.write(user, copy));
  }

  @Override
  public synchronized List<TipScore> of(UserId user, TipId tip) {
    journal.power().read();
    return scores.of(user, tip);
  }

  @Override
  public synchronized void forget(UserId user, TipId tip) {
    commit(kept -> kept.forget(user, tip));
  }
}
