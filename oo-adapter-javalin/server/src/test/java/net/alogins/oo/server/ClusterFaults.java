package net.alogins.oo.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** What befalls a cluster, every five seconds one thing: to a host, or what all of them need. */
final class ClusterFaults implements AutoCloseable {

  /** Longer than a lease, so that another host takes over what this one did. */
  private static final Duration STANDSTILL = Duration.ofSeconds(20);

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration OUTAGE = Duration.ofSeconds(1);
  private static final Duration HANGING = Duration.ofSeconds(3);
  private static final Duration PARTITION = Duration.ofSeconds(8);

  private enum Kind {
    STILL("times PostgreSQL stood still"),
    STOPPED("hosts stopped"),
    KILLED("hosts killed"),
    RESTARTED("restarts of PostgreSQL"),
    NATS_KILLED("of NATS"),
    NATS_WIPED("of NATS without its store"),
    CUT_OFF("hosts cut off from it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean isOfHost() {
      return this == STOPPED || this == KILLED;
    }

    boolean isOfDatabase() {
      return this == RESTARTED || this == STILL;
    }

    boolean isOfNats() {
      return this == NATS_KILLED || this == NATS_WIPED;
    }
  }

  private final Cluster cluster;
  private final Troubles database;
  private final Troubles nats = new Troubles();
  private final SplittableRandom chance;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Kind, Integer> counts = new ConcurrentHashMap<>();

  ClusterFaults(Cluster cluster, Troubles database, long seed) {
    this.cluster = cluster;
    this.database = database;
    this.chance = new SplittableRandom(seed);
  }

  /** Each kind once, and then by chance, for about {@code length}; all is well at the end. */
  void befall(Duration length) throws Exception {
    Kind[] kinds = Kind.values();
    List<Future<Void>> underWay = new ArrayList<>();
    long end = System.nanoTime() + length.toNanos();
    for (int i = 0; i < kinds.length || System.nanoTime() < end; i++) {
      pass(EVERY);
      underWay.add(
          threads.submit(begun(kinds[i < kinds.length ? i : chance.nextInt(kinds.length)])));
    }
    for (Future<Void> fault : underWay) {
      fault.get();
    }
  }

  /** Begins what is of this kind, if one host stays well; what ends it is left to be done. */
  private Callable<Void> begun(Kind kind) {
    List<ClusterHost> well = cluster.well();
    boolean isTooMuch =
        (kind.isOfHost() && well.size() < 2)
            || (kind.isOfDatabase() && database.areNow())
            || (kind.isOfNats() && nats.areNow());
    if (isTooMuch) {
      return () -> null;
    }
    counts.merge(kind, 1, Integer::sum);
    ClusterHost victim = well.get(chance.nextInt(well.size()));
    return switch (kind) {
      case STOPPED -> stopped(victim);
      case KILLED -> killed(victim);
      case RESTARTED -> restarted();
      case STILL -> still();
      case NATS_KILLED -> natsKilled(false);
      case NATS_WIPED -> natsKilled(true);
      case CUT_OFF -> cutOff(cluster.cable(victim));
    };
  }

  private static Callable<Void> stopped(ClusterHost victim) {
    victim.pause();
    return () -> {
      pass(STANDSTILL);
      victim.resume();
      return null;
    };
  }

  private static Callable<Void> killed(ClusterHost victim) {
    victim.kill();
    return () -> {
      victim.revive();
      return null;
    };
  }

  private Callable<Void> restarted() {
    database.begin();
    cluster.storage().kill();
    return () -> {
      pass(OUTAGE);
      cluster.storage().start();
      database.end();
      return null;
    };
  }

  private Callable<Void> still() {
    database.begin();
    cluster.storage().isStill(true);
    return () -> {
      pass(HANGING);
      cluster.storage().isStill(false);
      database.end();
      return null;
    };
  }

  private Callable<Void> natsKilled(boolean isWiped) {
    nats.begin();
    cluster.nats().kill();
    return () -> {
      pass(OUTAGE);
      if (isWiped) {
        cluster.nats().wipe();
      }
      cluster.nats().start();
      nats.end();
      return null;
    };
  }

  private static Callable<Void> cutOff(Cable cable) {
    cable.isCut(true);
    return () -> {
      pass(PARTITION);
      cable.isCut(false);
      return null;
    };
  }

  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  String verdict() {
    return Arrays.stream(Kind.values())
        .map(kind -> counts.getOrDefault(kind, 0) + " " + kind.words)
        .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
