package net.alogins.oo.server;

import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: {@code serve}, and the verbs for what no server uses. */
@Command(
    name = "oo",
    description = "One good next thing to do, chosen from your own lists.",
    subcommands = {
      Serve.class,
      State.class,
      Audit.class,
      Rebuild.class,
      ReplayDecision.class,
      Prompt.class,
      Backup.class,
      Restore.class,
      RotateKeys.class
    },
    mixinStandardHelpOptions = true,
    version = "oO 0.1.0",
    scope = CommandLine.ScopeType.INHERIT)
public final class Main {

  private Main() {}

  /** Runs the command that {@code arguments} name, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Logs.configure();
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setDefaultValueProvider(new Variables(System.getenv()))
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(failure -> Exit.FAILED.code())
        .setParameterExceptionHandler(Main::misused)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static int misused(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    if (arguments.length == 0) {
      command.usage(command.getErr());
      return Exit.USAGE.code();
    }
    command.getErr().println("oo: " + wrong.getMessage());
    command.getErr().println("try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE.code();
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    Optional<Refusal> refusal =
        Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
            .filter(Refusal.class::isInstance)
            .map(Refusal.class::cast)
            .findFirst();
    if (refusal.isPresent()) {
      command.getErr().println("oo: " + refusal.get().getMessage());
      return refusal.get().code();
    }
    command.getErr().println("oo: unexpected failure: " + failure);
    failure.printStackTrace(command.getErr());
    return Exit.FAILED.code();
  }
}
