package net.alogins.oo.server;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;
import net.alogins.oo.reaction.DeadLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how the learner of a server that does not run stands. */
@Command(
    name = "state",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Prints the counters and the state hash of what no server uses, and what could not be",
      "learned, with its cause."
    },
    footer = {
      "",
      "Exit codes: 0 fine, 66 no data there, 69 the database is away, 73 it cannot be used, 75 in",
      "use, 76 of a newer oO."
    })
final class State implements Callable<Integer> {

  private record Found(Status status, List<DeadLetter> deadLetters) {

    static Found in(Recommender recommender) {
      return new Found(recommender.status(), recommender.deadLetters());
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Mixin private Hindsight sight = new Hindsight();

  @Override
  public Integer call() {
    Found found = Offline.on(kept.place("oo").database(), sight.features(), Found::in);
    PrintWriter out = spec.commandLine().getOut();
    Standing.print(found.status(), out);
    found.deadLetters().forEach(letter -> out.println(line(letter)));
    out.flush();
    return Exit.OK;
  }

  static String line(DeadLetter letter) {
    return "deadLetter row %d tip %s of %s%s: %s"
        .formatted(
            letter.seq(),
            letter.tip(),
            letter.user().value(),
            letter.redriven() ? ", tried again" : "",
            letter.cause());
  }
}
