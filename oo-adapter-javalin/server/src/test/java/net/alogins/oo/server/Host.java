package net.alogins.oo.server;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host that loads and unloads guests, as an application server does, and says what they left
 * behind: threads, class loaders and open files.
 *
 * <p>The first guest is not counted. What it leaves, the JDK has begun for it and keeps for
 * everybody: the descriptors of its source of random numbers.
 */
final class Host {

  private static final int MOST_COLLECTIONS = 50;

  private final URL[] classes;
  private final Path folder;
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  private Host(URL[] classes, Path folder) {
    this.classes = classes;
    this.folder = folder;
  }

  /** Arguments: how many guests, their class path, and a folder for their databases. */
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    awakenReaper();
    Host host = new Host(urls(arguments[1]), Path.of(arguments[2]));
    host.serve(0);
    host.loaders.clear();
    Set<Long> threads = threads();
    long descriptors = descriptors();
    for (int guest = 1; guest <= Integer.parseInt(arguments[0]); guest++) {
      host.serve(guest);
    }
    forgetRecords();
    long alive = host.alive();
    Set<Long> more = threads();
    more.removeAll(threads);
    System.out.printf(
        "%d threads, %d loaders, %d descriptors%n",
        more.size(), alive, descriptors() - descriptors);
  }

  /**
   * The JDK waits for processes on a thread of its own, which it keeps for a minute, together with
   * the context class loader of whoever was the first to start one. SQLite's driver starts one.
   */
  private static void awakenReaper() throws IOException, InterruptedException {
    new ProcessBuilder("true").start().waitFor();
  }

  private static URL[] urls(String classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private void serve(int guest) throws Exception {
    Thread self = Thread.currentThread();
    ClassLoader own = self.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      loaders.add(new WeakReference<>(loader));
      self.setContextClassLoader(loader);
      Class<?> type = loader.loadClass(Guest.class.getName());
      Path database = folder.resolve("guest" + guest + ".db");
      ((Runnable) type.getConstructor(Path.class).newInstance(database)).run();
    } finally {
      self.setContextClassLoader(own);
    }
  }

  /** The JDK remembers the types that it compared last for a record: let them be these. */
  private static void forgetRecords() {
    record Last(Host host) {}
    if (!new Last(null).equals(new Last(null))) {
      throw new IllegalStateException("equal records must be equal");
    }
  }

  /** How many loaders of guests cannot be collected. */
  private long alive() {
    for (int i = 0; i < MOST_COLLECTIONS && count() > 0; i++) {
      System.gc();
    }
    return count();
  }

  private long count() {
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }

  private static Set<Long> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getId)
        .collect(Collectors.toSet());
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
