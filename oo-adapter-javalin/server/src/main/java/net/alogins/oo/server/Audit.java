package net.alogins.oo.server;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.alogins.oo.identity.AuditChain;
import net.alogins.oo.identity.AuditEntry;
import net.alogins.oo.identity.AuditLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints who did what in a server that does not run, and whether that is as it was written. */
@Command(
    name = "audit",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Prints the audit log of what no server uses, a line for each act: its number, when, who, what,",
      "and about whom and what. Checks that nothing was changed, taken out or moved, and prints the",
      "hash at the end. Noted elsewhere, it shows later that what came before is still there."
    },
    footer = {
      "",
      "Exit codes: 0 it is as it was written, 65 it is not, 66 no data there, 69 the database is away,",
      "73 it cannot be used, 75 in use, 76 of a newer oO."
    })
final class Audit implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--holds",
      paramLabel = "HASH",
      description = "Also checks that it holds the hash that was printed at an earlier end.")
  private Optional<String> noted = Optional.empty();

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Override
  public Integer call() {
    Database database = kept.place("oo").database();
    try (Kept opened = database.read(database::openExisting)) {
      print(opened.audit(), database.name());
      return Exit.OK;
    }
  }

  private void print(AuditLog log, String name) {
    PrintWriter out = spec.commandLine().getOut();
    AuditChain chain = new AuditChain(log);
    Optional<String> broken = chain.broken(entry -> out.println(line(entry)));
    out.flush();
    broken
        .or(() -> noted.filter(hash -> !chain.holds(hash)).map(Audit::missing))
        .ifPresent(rule -> refuse(name, rule));
    out.println("whole, and ends with entry " + log.end().seq() + " of hash " + log.end().hash());
    out.flush();
  }

  private static String missing(String hash) {
    return "the log must hold the hash " + hash + " but does not";
  }

  private static void refuse(String name, String rule) {
    throw new Refusal(Exit.DIFFERENT, name + ": the audit log is not as it was written: " + rule);
  }

  static String line(AuditEntry entry) {
    String whose = entry.whose().equals(entry.by()) ? "" : entry.whose();
    String line =
        "%d %s %s %s"
            .formatted(entry.seq(), entry.at(), entry.by(), entry.act())
            .concat(whose.isEmpty() ? "" : " of " + whose)
            .concat(entry.about().isEmpty() ? "" : ": " + entry.about());
    return line.replaceAll("\\p{Cntrl}", "?");
  }
}
