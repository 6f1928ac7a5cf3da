package net.alogins.oo.server;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.alogins.oo.webhook.Receiver;
import picocli.CommandLine;

/**
 * The server, but that it tells what happens to this machine, too, and without encryption: where
 * nobody else's machine is, there is nobody else to tell.
 */
final class HearingMain {

  private HearingMain() {}

  /** Serves; the arguments are the data directory and the tasks. */
  public static void main(String[] arguments) throws Exception {
    Logs.configure();
    Settings settings =
        new Settings(
            Place.in(new DataDirectory(Path.of(arguments[1]))),
            0,
            List.of(Path.of(arguments[2])),
            false,
            Access.OF_ONE,
            systems(),
            Duration.ZERO);
    Server server =
        Guice.createInjector(
                Modules.override(new ServerModule(settings)).with(new Hearing(settings)))
            .getInstance(Server.class);
    System.out.println("oO is at " + server.start());
    Thread.currentThread().join();
  }

  private static Systems systems() {
    SystemOptions options = new SystemOptions();
    new CommandLine(options).parseArgs("--webhooks");
    return options.systems(Map.of());
  }

  /** What is another than in the server itself. */
  private static final class Hearing extends AbstractModule {

    private final Settings settings;

    Hearing(Settings settings) {
      this.settings = settings;
    }

    @Provides
    @Singleton
    Outside outside(Kept kept) {
      return Outside.of(settings, kept, List.of(), Optional.of(Receiver.toThisMachine()));
    }
  }
}
