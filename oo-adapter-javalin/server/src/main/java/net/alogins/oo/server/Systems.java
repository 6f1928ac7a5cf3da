package net.alogins.oo.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The other systems that people may connect, and where the keys to their tokens are.
 *
 * @param todoist Todoist, if it may be connected
 * @param keyFile the file of the master keys, if it is not in the data directory
 */
record Systems(Optional<Todoist> todoist, Optional<Path> keyFile) {

  /** Nothing can be connected. */
  static final Systems NONE = new Systems(Optional.empty(), Optional.empty());

  /** The file of the master keys, in the data directory. */
  static final String KEYS = "keys.json";

  /** Where Todoist sends people back to, below the address of the server. */
  static final String BACK = "/connected";

  /**
   * Todoist.
   *
   * @param url where it is, if not where everybody's is
   * @param application what the server is called there, if people are asked there
   */
  record Todoist(Optional<URI> url, Optional<Application> application) {}

  /**
   * What a server is called in another system, and how it proves that. It is not told by its words.
   *
   * @param id its name there
   * @param secret its secret there
   */
  record Application(String id, String secret) {

    @Override
    public String toString() {
      return id;
    }
  }

  /** Whether anything can be connected. */
  boolean areAny() {
    return todoist.isPresent();
  }

  /** The master keys of a server that keeps everything else in {@code directory}. */
  Path keys(DataDirectory directory) {
    return keyFile.orElseGet(() -> directory.path().resolve(KEYS));
  }
}
