package net.alogins.oo.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.policy.Features;

/**
 * A recommender over what a server that does not run has kept. Time stands still for it, so that no
 * window closes and the log stays as it is.
 */
final class Offline {

  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private Offline() {}

  /** What {@code look} at a recommender over {@code database} comes to. */
  static <T> T on(Database database, Features sight, Function<Recommender, T> look) {
    try (Kept kept = database.read(database::openExisting);
        Recommender replayed = database.read(() -> over(kept, sight))) {
      return database.read(() -> look.apply(replayed));
    }
  }

  /** What {@code look} at the log in {@code database} comes to. */
  static <T> T log(Database database, Function<EventLog, T> look) {
    try (Kept kept = database.read(database::openExisting)) {
      return database.read(() -> look.apply(kept.stores().log()));
    }
  }

  private static Recommender over(Kept kept, Features sight) {
    return Recommender.from(CandidateSource.immediate(context -> List.of()))
        .choosingWith(ServerModule.policy())
        .stores(kept.stores())
        .features(sight)
        .clock(STILL)
        .build();
  }
}
