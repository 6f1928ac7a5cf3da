package net.alogins.oo.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import net.alogins.oo.Recommender;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the reference server until the process is told to end. */
@Command(
    name = "serve",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Runs the server on this machine, until it is stopped: for one person, or with --issuer for",
      "those who sign in."
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 failed, 64 wrong usage, 66 a file that was named cannot be read, 69",
      "the port is taken or the database away, 73 the data directory cannot be used, 75 it is in",
      "use, 76 it is of a newer oO."
    })
final class Serve implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PlaceOptions kept = new PlaceOptions();

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Listens on port P of 127.0.0.1, 0 for any free one (OO_PORT; 8080).")
  private int port;

  @Option(
      names = "--tasks",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Chooses from these todo.txt files (OO_TASKS, separated like a PATH).")
  private List<Path> tasks = new ArrayList<>();

  @Option(
      names = "--demo",
      defaultValue = "false",
      description = "Seeds a playground with a list of its own (OO_DEMO=true).")
  private boolean demo;

  @Option(
      names = "--notice",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "Told to stop, it is no longer ready but answers for so long (OO_NOTICE; 0).")
  private int notice;

  @Mixin private AccessOptions access = new AccessOptions();

  @Mixin private SystemOptions systems = new SystemOptions();

  @Mixin private BusOptions nats = new BusOptions();

  @Mixin private Suggestions suggestions = new Suggestions();

  @Mixin private Sight sight = new Sight();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = settings();
    Bus bus = new Bus(nats);
    Injector all = Guice.createInjector(new ServerModule(settings, bus, suggestions, sight));
    Server server = all.getInstance(Server.class);
    bus.open(
        settings.place(),
        all.getInstance(Kept.class),
        all.getInstance(Recommender.class),
        all.getInstance(Outside.class).connections());
    String address = server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, bus), "oo-stop"));
    out.println("oO is at " + address);
    settings.access().notices().forEach(spec.commandLine().getErr()::println);
    out.flush();
    Thread.currentThread().join();
    return Exit.OK;
  }

  /** Not by way of the log, which ends by itself when the process does. */
  private void end(Server server, Bus bus) {
    try (server) {
      server.giveNotice();
      if (!server.drain()) {
        spec.commandLine().getErr().println("oo: requests under way were cut off");
      }
      bus.close();
      suggestions.close();
      sight.close();
      spec.commandLine().getOut().println(server.lastWords());
    }
  }

  private Settings settings() {
    Place place = kept.place(demo ? "oo-demo" : "oo");
    return new Settings(
        place,
        port,
        tasks.isEmpty() ? Home.tasks() : tasks,
        demo,
        access.access(),
        systems.systems(),
        Duration.ofSeconds(notice));
  }
}
