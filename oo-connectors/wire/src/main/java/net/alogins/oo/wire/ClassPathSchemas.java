package net.alogins.oo.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The releases that come with a program, as {@code oo-wire/<name>/v<version>.binpb} on its class
 * path, each a {@code FileDescriptorSet}. What is registered beyond them is known until the process
 * ends.
 */
public final class ClassPathSchemas implements SchemaRegistry {

  private final ClassLoader loader;
  private final ConcurrentMap<String, NavigableMap<Integer, Schema>> known =
      new ConcurrentHashMap<>();

  /** Those that {@code loader} sees. */
  public ClassPathSchemas(ClassLoader loader) {
    this.loader = loader;
  }

  /** Those that come with oO. */
  public static ClassPathSchemas standard() {
    return new ClassPathSchemas(
        Objects.requireNonNull(ClassPathSchemas.class.getClassLoader(), "class loader"));
  }

  @Override
  public void register(Schema schema) throws IncompatibleSchemaException {
    synchronized (known) {
      Optional<Schema> same = find(schema.name(), schema.version());
      if (same.isEmpty()) {
        Compatibility.requireNext(latest(schema.name()), schema);
        releases(schema.name()).put(schema.version(), schema);
      } else if (!same.get().files().equals(schema.files())) {
        throw new IncompatibleSchemaException("schema " + schema + " must be what was released");
      }
    }
  }

  @Override
  public Optional<Schema> find(String name, int version) {
    return Optional.ofNullable(releases(name).get(version));
  }

  @Override
  public Optional<Schema> latest(String name) {
    return Optional.ofNullable(releases(name).lastEntry()).map(entry -> entry.getValue());
  }

  private NavigableMap<Integer, Schema> releases(String name) {
    return known.computeIfAbsent(name, this::load);
  }

  private NavigableMap<Integer, Schema> load(String name) {
    NavigableMap<Integer, Schema> releases = new TreeMap<>();
    Optional<Schema> next = load(name, 1);
    while (next.isPresent()) {
      releases.put(next.get().version(), next.get());
      next = load(name, next.get().version() + 1);
    }
    return new ConcurrentSkipListMap<>(releases);
  }

  private Optional<Schema> load(String name, int version) {
    String path = "oo-wire/%s/v%d.binpb".formatted(name, version);
    try (InputStream in = loader.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(Schema.parse(name, version, in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " must be readable", unreadable);
    }
  }
}
