package net.alogins.oo.server;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.alogins.oo.signal.VaultException;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.Resealed;
import net.alogins.oo.vault.SealedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Seals the secrets of a server with a new key. */
@Command(
    name = "rotate-keys",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Makes a new master key, seals every secret of a connection with it, and removes older keys.",
      "Prints how many secrets that were, how many cannot be read, and how many keys are gone."
    },
    footer = {
      "",
      "Exit codes: 0 all are sealed anew, 65 some cannot be read and are as they were, 66 no data or",
      "no key file there, 69 the database is away, 73 it or the key file cannot be used, 75 in use,",
      "76 of a newer oO."
    })
final class RotateKeys implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The file of the master keys (OO_KEY_FILE; keys.json in the data directory).")
  private Optional<Path> keys = Optional.empty();

  @Option(
      names = "--forget-old",
      description = {
        "Removes older keys with --database, too: no server may be using it then. In a data",
        "directory that is sure, and they are removed anyway."
      })
  private boolean isAlone;

  @Override
  public Integer call() {
    Place place = kept.place("oo");
    Path file = keys.orElseGet(() -> place.directory().path().resolve(Systems.KEYS));
    Database database = place.database();
    try (Kept opened = database.read(database::openExisting)) {
      return rotated(opened, file, isAlone || database instanceof DataDirectory);
    } catch (VaultException unusable) {
      throw new Refusal(Exit.CANNOT_CREATE, String.valueOf(unusable.getMessage()), unusable);
    }
  }

  private int rotated(Kept opened, Path file, boolean isToForget) {
    if (!Files.exists(file)) {
      throw new Refusal(Exit.NO_INPUT, "key file " + file + " must be there but is not");
    }
    SealedVault vault = SealedVault.open(KeyPlace.file(file), opened.secrets(), Database.TENANT);
    Resealed done = vault.rotate();
    PrintWriter out = spec.commandLine().getOut();
    out.println("secrets " + done.secrets());
    out.println("unreadable " + done.unreadable());
    out.println("forgotten " + (isToForget ? vault.forgetOldKeys() : 0));
    out.flush();
    return done.unreadable() == 0 ? Exit.OK : Exit.DIFFERENT.code();
  }
}
