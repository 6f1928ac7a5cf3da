package net.alogins.oo.server;

import java.nio.file.Path;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.SealedVault;

/** Rotates the keys of a data directory, over and over, until somebody kills it. */
public final class RotatingMain {

  private RotatingMain() {}

  /** Runs with the data directory and the key file. */
  public static void main(String[] arguments) {
    Logs.configure();
    DataDirectory data = new DataDirectory(Path.of(arguments[0]));
    try (Kept kept = data.openExisting()) {
      SealedVault vault =
          SealedVault.open(KeyPlace.file(Path.of(arguments[1])), kept.secrets(), Database.TENANT);
      while (true) {
        System.out.println("rotating");
        vault.rotate();
        vault.forgetOldKeys();
      }
    }
  }
}
