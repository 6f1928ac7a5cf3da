package net.alogins.oo.server;

import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;

/**
 * An application that embeds oO and is loaded by a class loader of its own: it comes, gives its
 * tips, and goes.
 */
public final class Guest implements Runnable {

  private static final int CHORES = 12;
  private static final int PEOPLE = 10;
  private static final int TIPS = 100;

  private final Path database;

  /** An application that keeps everything in {@code database}. */
  public Guest(Path database) {
    this.database = database;
  }

  @Override
  public void run() {
    try (SqliteStores kept = SqliteStores.open(database, new TenantId("guest"));
        Recommender recommender =
            Recommender.from(CandidateSource.immediate(context -> chores()))
                .choosingWith(Policies.standard())
                .stores(kept.stores())
                .build()) {
      for (int i = 0; i < TIPS; i++) {
        UserId user = new UserId("guest " + i % PEOPLE);
        recommender.tip(user).ifPresent(tip -> recommender.react(user, Reaction.dismiss(tip.id())));
      }
    }
    leaveDrivers();
  }

  private static List<Candidate> chores() {
    return IntStream.range(0, CHORES)
        .mapToObj(i -> Candidate.of("chores", "" + i, "Chore " + i))
        .toList();
  }

  /** A driver registers itself when it is loaded, and only code beside it may undo that. */
  private static void leaveDrivers() {
    for (Driver driver : DriverManager.drivers().toList()) {
      try {
        DriverManager.deregisterDriver(driver);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
