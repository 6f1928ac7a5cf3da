package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every verb that say where everything is kept. */
final class PlaceOptions {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Keeps everything in DIR (OO_DATA_DIR; ~/.local/share/oo).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "Keeps it in the PostgreSQL database at URL, jdbc:postgresql://HOST/NAME, instead",
        "(OO_DATABASE). OO_DATABASE_USER and OO_DATABASE_PASSWORD say who may."
      })
  private Optional<String> database = Optional.empty();

  /** The place that was named; its folder is the usual one of {@code program} if that was not. */
  Place place(String program) {
    DataDirectory directory = new DataDirectory(data.orElseGet(() -> Home.data(program)));
    return database
        .map(url -> new Place(directory, PostgresDatabase.at(url, System.getenv())))
        .orElseGet(() -> Place.in(directory));
  }
}
