package net.alogins.oo.server;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import net.alogins.oo.habits.Recount;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.tip.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one decision of a server that does not run again. */
@Command(
    name = "replay",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Makes a decision again, from the same state, slate and seed, and prints one line: 'identical',",
      "'different: ' and where, or 'not re-executable: ' and why. With --habits another line says",
      "whether they come out again from the log."
    },
    footer = {
      "",
      "Exit codes: 0 identical, 65 different, 79 not re-executable, 64 wrong usage, 66 no such",
      "decision or no data there, 69 the database is away, 73 it cannot be used, 75 in use, 76 of a",
      "newer oO."
    })
final class ReplayDecision implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TIP",
      description = "The id of the tip that it gave: 32 hexadecimal digits, as in GET /v1/tips.")
  private String tip = "";

  @Option(
      names = "--user",
      paramLabel = "ID",
      defaultValue = "me",
      description = "Whose tip it was (me).")
  private String user = "";

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Mixin private Hindsight sight = new Hindsight();

  @Override
  public Integer call() {
    UserId whose = spelt(UserId::new, user);
    TipId which = spelt(TipId::parse, tip);
    Database database = kept.place("oo").database();
    Optional<Replay> replay =
        Offline.on(database, sight.features(), recommender -> recommender.replay(whose, which));
    int exit = replay.map(this::told).orElseThrow(this::unknown);
    Optional<Recount> habits =
        Offline.log(database, log -> Recount.of(log, sight.features().schema(), whose, which));
    return Math.max(exit, habits.map(this::told).orElse(Exit.OK));
  }

  private int told(Recount habits) {
    return habits
        .difference()
        .map(number -> say("habits different: " + number, Exit.DIFFERENT.code()))
        .orElseGet(() -> say("habits identical, " + asOf(habits), Exit.OK));
  }

  private static String asOf(Recount habits) {
    return habits.isAbsent()
        ? "absent"
        : "as of row %d, rows behind: %d".formatted(habits.asOf(), habits.behind());
  }

  /** The id that {@code text} spells. */
  static <T> T spelt(Function<String, T> id, String text) {
    try {
      return id.apply(text);
    } catch (IllegalArgumentException misspelt) {
      throw new Refusal(Exit.USAGE, String.valueOf(misspelt.getMessage()), misspelt);
    }
  }

  private int told(Replay replay) {
    if (replay instanceof Replay.Different different) {
      return say("different: " + different.where(), Exit.DIFFERENT.code());
    }
    if (replay instanceof Replay.NotReexecutable gone) {
      return say("not re-executable: " + gone.why(), Exit.GONE.code());
    }
    return say("identical", Exit.OK);
  }

  private int say(String line, int exit) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
    return exit;
  }

  private Refusal unknown() {
    return new Refusal(
        Exit.NO_INPUT, "tip " + tip + " must be a decision for " + user + " but there is none");
  }
}
