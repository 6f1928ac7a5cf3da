package net.alogins.oo.benchmarks;

import java.util.logging.Level;
import java.util.logging.Logger;
import net.alogins.oo.benchmarks.bridge.BridgeCommand;
import net.alogins.oo.benchmarks.hot.HotCommand;
import net.alogins.oo.benchmarks.hot.LoadCommand;
import net.alogins.oo.benchmarks.judge.JudgeCommand;
import net.alogins.oo.benchmarks.logged.LoggedCommand;
import net.alogins.oo.benchmarks.quality.QualityCommand;
import net.alogins.oo.benchmarks.scale.ScaleCommand;
import net.alogins.oo.benchmarks.serve.ServeCommand;
import net.alogins.oo.benchmarks.start.StartCommand;
import net.alogins.oo.benchmarks.tipsim.TipSimCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
    name = "oo bench",
    description = "What policies earn and what they cost, beside others in the same run.",
    subcommands = {
      BridgeCommand.class,
      TipSimCommand.class,
      QualityCommand.class,
      LoggedCommand.class,
      HotCommand.class,
      LoadCommand.class,
      JudgeCommand.class,
      ScaleCommand.class,
      ServeCommand.class,
      StartCommand.class
    },
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT)
public final class Main {

  private static final int WRONG_USAGE = 64;

  private Main() {}

  /** Runs the benchmark that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(
            (wrong, all) -> {
              CommandLine command = wrong.getCommandLine();
              command.getErr().println("oo: " + wrong.getMessage());
              command
                  .getErr()
                  .println("try: ./" + command.getCommandSpec().qualifiedName() + " --help");
              return WRONG_USAGE;
            });
  }
}
