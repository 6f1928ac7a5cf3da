package net.alogins.oo.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The command line, run in this process. */
final class Terminal {

  private Terminal() {}

  /** What a command line came to. */
  record Outcome(int exit, String out, String err) {}

  static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Outcome(line.execute(arguments), out.toString(), err.toString());
  }

  /** A server on {@code data}; it comes back only when it is refused. */
  static Outcome serve(Path data, String... more) {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data-dir", data.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }
}
