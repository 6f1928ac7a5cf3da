package net.alogins.oo.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.tip.Replay;

/**
 * Everything that is learned: the live policy's fold, which follows the log, and the shadows', with
 * the snapshots that they are saved to.
 */
final class Learning {

  private static final int PAGE = 256;

  /**
   * A start that had to learn this part of what is due at a time saves it: its life may be short.
   */
  private static final double SHORT_LIFE = 1 / 16.;

  private final Settings settings;
  private final Rules rules;
  private final Snapshots live;
  private final List<Snapshots> shadows = new ArrayList<>();
  private final Retention retention;
  private final Latencies latencies = new Latencies();
  private boolean isSettled;

  Learning(Settings settings, Rules rules) {
    this.settings = settings;
    this.rules = rules;
    this.live = new Snapshots(settings.kept(), rules, settings.path().policy());
    this.retention = new Retention(settings.kept());
  }

  /** What the live policy has learned. */
  Fold fold() {
    return live.fold();
  }

  /** Learns what the log says beyond what is learned, and saves on the way. */
  void catchUp() {
    while (learn(settings.kept().log().read(fold().seq(), PAGE))) {
      live.saveAfter(1);
    }
  }

  /** Learns rows that were just committed, and those before them that were missed. */
  void follow(List<Recorded> rows) {
    long began = settings.outside().ticker().getAsLong();
    boolean more = rows.get(0).seq() > fold().seq() + 1 || learn(rows);
    while (more && rows.get(rows.size() - 1).seq() > fold().seq()) {
      more = learn(settings.kept().log().read(fold().seq(), PAGE));
    }
    latencies.record(settings.outside().ticker().getAsLong() - began);
  }

  /** Whether there was something to learn. */
  private synchronized boolean learn(List<Recorded> rows) {
    fold().fold(rows);
    return !rows.isEmpty();
  }

  List<Follower> shadows() {
    return settings.path().shadows().stream().map(this::shadow).toList();
  }

  private Follower shadow(Policy<?> policy) {
    String name = "shadow/" + policy.name();
    Snapshots snapshots = new Snapshots(settings.kept(), rules, policy);
    shadows.add(snapshots);
    long written = settings.kept().log().position(name).orElse(0);
    Fold fold = snapshots.fold();
    Shadow shadow = new Shadow(fold, rules.schema(), settings.kept().scores(), written);
    return new Follower(name, settings.kept().log(), fold.seq(), shadow);
  }

  /** Saves what is due, and takes rows that are too old, but none after row {@code seq}. */
  void keep(Instant now, long seq) {
    live.saveAfter(isSettled ? 1 : SHORT_LIFE);
    isSettled = true;
    shadows.forEach(shadow -> shadow.saveAfter(1));
    if (retention.isDue(now) && live.areMine()) {
      retention.take(now, seq, this::saveBases);
    }
  }

  private void saveBases() {
    live.save(true);
    shadows.forEach(shadow -> shadow.save(true));
  }

  /**
   * Learns everything again from the base on, past whatever was saved since. The store is not asked
   * under the lock, which whoever appends may be waiting for.
   */
  void rebuild() {
    Fold fresh = live.base();
    do {
      live.advance(fresh, Long.MAX_VALUE);
    } while (!isAdopted(fresh));
    live.saveAfter(0);
  }

  private synchronized boolean isAdopted(Fold fresh) {
    boolean isLater = fresh.seq() >= fold().seq();
    if (isLater) {
      fold().adopt(fresh);
    }
    return isLater;
  }

  Optional<Replay> replay(UserId user, TipId tip) {
    String policy = settings.path().policy().name();
    return new Replaying(settings.kept().log(), rules, policy, live).replay(user, tip);
  }

  Standing standing(Function<Tally, Map<String, Long>> counters) {
    return live.standing(counters);
  }

  /** From a commit until what it says can be seen. */
  Map<String, Long> timings() {
    return latencies.summary("learning");
  }
}
