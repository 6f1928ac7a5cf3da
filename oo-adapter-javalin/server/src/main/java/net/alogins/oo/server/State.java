package net.alogins.oo.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.jdbc.SqliteStores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Replays the log of a server that does not run, and prints what came of it. Time stands still
 * meanwhile, so that no window closes and the log stays as it is.
 */
@Command(
    name = "state",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Prints the counters and the state hash of a data directory that no server uses.",
    footer = {
      "",
      "Exit codes: 0 fine, 66 no data there, 73 it cannot be used, 75 in use, 76 of a newer oO."
    })
final class State implements Callable<Integer> {

  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Looks into DIR (OO_DATA_DIR; ~/.local/share/oo).")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() {
    DataDirectory directory = new DataDirectory(data.orElseGet(() -> Home.data("oo")));
    try (SqliteStores kept = directory.openExisting();
        Recommender replayed = directory.read(() -> replay(kept))) {
      print(replayed.status());
    }
    return Exit.OK;
  }

  private static Recommender replay(SqliteStores kept) {
    return Recommender.from(CandidateSource.immediate(context -> List.of()))
        .choosingWith(ServerModule.policy())
        .stores(kept.stores())
        .clock(STILL)
        .build();
  }

  private void print(Status status) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("row " + status.seq());
    out.println("policy " + status.policy());
    out.println("state " + status.stateHash());
    status.counters().forEach((name, count) -> out.println(name + " " + count));
    out.flush();
  }
}
