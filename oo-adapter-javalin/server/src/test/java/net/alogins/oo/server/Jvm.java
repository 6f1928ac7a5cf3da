package net.alogins.oo.server;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * How another JVM is started with the classes of this one.
 *
 * @param options what it is told beside its classes
 * @param classes its class path
 */
record Jvm(List<String> options, List<Path> classes) {

  private static final List<String> USUAL =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-Xmx256m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC");

  /** Its warnings, such as that of an archive of other classes, are not for standard output. */
  private static final List<String> QUIET = List.of("-Xlog:disable", "-Xlog:all=warning:stderr");

  Jvm {
    options = List.copyOf(options);
    classes = List.copyOf(classes);
  }

  /** With the options of {@code ./oo serve}. */
  static Jvm usual() {
    String own = System.getProperty("java.class.path");
    return new Jvm(USUAL, Stream.of(own.split(File.pathSeparator)).map(Path::of).toList());
  }

  /**
   * The same in half the time: what a server loads is mapped from an archive (class data sharing),
   * which this process makes once. Only classes from jars can be, so folders of them become jars.
   */
  static Jvm quick() {
    return Quick.JVM;
  }

  private static final class Quick {
    static final Jvm JVM = rehearsed();
  }

  /** In a folder of its own, since another test JVM may be beside this one. */
  private static Jvm rehearsed() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "quick-jvm");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.remove(folder)));
      Jvm jars = usual().ofJars(folder).with(QUIET.toArray(String[]::new));
      Path archive = folder.resolve("server.jsa");
      jars.with("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable").rehearse(folder);
      return jars.with("-XX:SharedArchiveFile=" + archive);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Jvm ofJars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : classes) {
      jars.add(Files.isDirectory(entry) ? jar(entry, folder.resolve(jars.size() + ".jar")) : entry);
    }
    return new Jvm(options, jars);
  }

  /** A jar with entries for folders, too: migrations are found by theirs. */
  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> inside = Files.walk(classes)) {
      for (Path one : inside.filter(path -> !path.equals(classes)).sorted().toList()) {
        String name = classes.relativize(one).toString().replace('\\', '/');
        out.putNextEntry(new JarEntry(Files.isDirectory(one) ? name + "/" : name));
        if (!Files.isDirectory(one)) {
          Files.copy(one, out);
        }
      }
    }
    return jar;
  }

  /** A short life, for the archive to see which classes a server needs. */
  private void rehearse(Path folder) throws IOException {
    Path tasks = Files.writeString(folder.resolve("rehearsal.txt"), "Water the plants\n");
    List<String> serve = command(Main.class, "serve", "--port", "0", "--tasks", tasks.toString());
    serve.addAll(List.of("--data-dir", folder.resolve("rehearsal").toString()));
    ProcessBuilder process = new ProcessBuilder(serve).redirectError(Redirect.INHERIT);
    try (ServerProcess server = ServerProcess.of(process)) {
      Client client = new Client(server.address());
      client.react(client.tip(), "done", "rehearsal");
      server.stop();
    }
  }

  /** The same with {@code more} options. */
  Jvm with(String... more) {
    return new Jvm(Stream.concat(options.stream(), Stream.of(more)).toList(), classes);
  }

  /** The command line that runs {@code main} with {@code verb}; more can be added to it. */
  List<String> command(Class<?> main, String verb, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classes.stream().map(Path::toString).toList()));
    command.add(main.getName());
    command.add(verb);
    command.addAll(List.of(arguments));
    return command;
  }
}
