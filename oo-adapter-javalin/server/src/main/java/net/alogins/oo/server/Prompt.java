package net.alogins.oo.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import net.alogins.oo.id.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What language models are asked by, of a server that does not run. */
@Command(
    name = "prompt",
    usageHelpAutoWidth = true,
    description = "Prints what a language model would be sent, or what its prompts have earned.",
    subcommands = {Prompt.Render.class, Prompt.EarnedSoFar.class})
final class Prompt {

  private Prompt() {}

  /** Prints what a language model would be sent. */
  @Command(
      name = "render",
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = {
        "Prints for each live prompt its version, its probability, and every byte of what would be",
        "sent now of somebody; without their consent that is nothing. Nothing is sent. Minutes that",
        "are free by a calendar are known to a server alone."
      },
      footer = {
        "",
        "Exit codes: 0 fine, 64 wrong usage, 66 no data there, 69 the database is away, 73 it cannot",
        "be used, 75 in use, 76 of a newer oO."
      })
  static final class Render implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--user", paramLabel = "ID", defaultValue = "me", description = "Of whom (me).")
    private String user = "";

    @Option(
        names = "--tasks",
        paramLabel = "FILE",
        arity = "1..*",
        description = "With these todo.txt files (OO_TASKS, separated like a PATH).")
    private List<Path> tasks = new ArrayList<>();

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Mixin private Suggestions suggestions = new Suggestions();

    @Override
    public Integer call() {
      UserId whose = ReplayDecision.spelt(UserId::new, user);
      List<Path> files = tasks.isEmpty() ? Home.tasks() : tasks;
      return On.kept(
          place,
          spec,
          (kept, out) ->
              new PromptDesk(kept).printDrafts(suggestions.orUsual(), whose, files, out));
    }
  }

  /** Prints what prompts have earned. */
  @Command(
      name = "earned",
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = {
        "Prints for each prompt version the decisions that had its suggestions to choose from, their",
        "mean reward and its 95 % interval, and the differences."
      },
      footer = {
        "",
        "Exit codes: 0 fine, 66 no data there, 69 the database is away, 73 it cannot be used, 75 in",
        "use, 76 of a newer oO."
      })
  static final class EarnedSoFar implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Override
    public Integer call() {
      return On.kept(place, spec, (kept, out) -> new PromptDesk(kept).printEarned(out));
    }
  }

  /** What is printed of what is kept. */
  @FunctionalInterface
  private interface On {

    void print(Kept kept, PrintWriter out) throws Exception;

    static int kept(PlaceOptions place, CommandSpec spec, On what) {
      Database database = place.place("oo").database();
      PrintWriter out = spec.commandLine().getOut();
      try (Kept kept = database.read(database::openExisting)) {
        what.print(kept, out);
        out.flush();
        return Exit.OK;
      } catch (IllegalArgumentException wrong) {
        throw new Refusal(Exit.USAGE, "prompt: " + wrong.getMessage(), wrong);
      } catch (RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
