package net.alogins.oo.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import java.util.Optional;
import net.alogins.oo.wire.ClassPathSchemas;
import net.alogins.oo.wire.Compatibility;
import net.alogins.oo.wire.IncompatibleSchemaException;
import net.alogins.oo.wire.Schema;
import net.alogins.oo.wire.SchemaRegistry;
import net.alogins.oo.wire.Wire;

/** Releases of contracts in the bucket {@value #BUCKET}, each under {@code <name>/<version>}. */
final class NatsSchemas implements SchemaRegistry {

  static final String BUCKET = "oo-schemas";

  /** That a key that must be new is there. */
  private static final int WRONG_LAST_SEQUENCE = 10_071;

  private final Link link;
  private final int replicas;

  NatsSchemas(Link link, int replicas) {
    this.link = link;
    this.replicas = replicas;
  }

  /** Adds the releases of the contract that this code knows; one that is broken by them is said. */
  void registerOwn() {
    SchemaRegistry own = ClassPathSchemas.standard();
    for (int version = 1; version <= Wire.VERSION; version++) {
      try {
        register(own.find(Schema.EVENTS, version).orElseThrow());
      } catch (IncompatibleSchemaException broken) {
        throw new NatsException("nothing is sent: " + broken.getMessage(), broken);
      }
    }
  }

  @Override
  public void register(Schema schema) throws IncompatibleSchemaException {
    KeyValue bucket = bucket();
    Optional<Schema> same = find(bucket, schema.name(), schema.version());
    if (same.isEmpty()) {
      Compatibility.requireNext(before(bucket, schema), schema);
      if (isAdded(bucket, schema)) {
        return;
      }
      same = find(bucket, schema.name(), schema.version());
    }
    if (!same.map(Schema::files).equals(Optional.of(schema.files()))) {
      throw new IncompatibleSchemaException("schema " + schema + " must be what was released");
    }
  }

  /** The newest release; of a bucket that is empty, whichever comes is the first. */
  private static Optional<Schema> before(KeyValue bucket, Schema schema) {
    return schema.version() == 1 ? Optional.empty() : latest(bucket, schema.name());
  }

  /** Whether it was new; somebody else may have been faster. */
  private static boolean isAdded(KeyValue bucket, Schema schema) {
    return Asking.of(
        () -> {
          try {
            bucket.create(key(schema.name(), schema.version()), schema.bytes());
            return true;
          } catch (JetStreamApiException refused) {
            if (refused.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
              return false;
            }
            throw refused;
          }
        });
  }

  @Override
  public Optional<Schema> find(String name, int version) {
    return find(bucket(), name, version);
  }

  @Override
  public Optional<Schema> latest(String name) {
    return latest(bucket(), name);
  }

  private static Optional<Schema> latest(KeyValue bucket, String name) {
    Optional<Schema> newest = Optional.empty();
    Optional<Schema> next = find(bucket, name, 1);
    while (next.isPresent()) {
      newest = next;
      next = find(bucket, name, next.get().version() + 1);
    }
    return newest;
  }

  private static Optional<Schema> find(KeyValue bucket, String name, int version) {
    Optional<KeyValueEntry> entry = Asking.maybe(() -> bucket.get(key(name, version)));
    return entry.map(KeyValueEntry::getValue).map(bytes -> Schema.parse(name, version, bytes));
  }

  private static String key(String name, int version) {
    return name + "/" + version;
  }

  private KeyValue bucket() {
    try {
      Connection connection = link.connection();
      KeyValueManagement buckets = Asking.of(connection::keyValueManagement);
      KeyValueConfiguration wanted =
          KeyValueConfiguration.builder().name(BUCKET).replicas(replicas).build();
      if (Asking.maybe(() -> buckets.getStatus(BUCKET)).isEmpty()) {
        Asking.of(() -> buckets.create(wanted));
      }
      return Asking.of(() -> connection.keyValue(BUCKET));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NatsException("NATS must be asked without hurry", interrupted);
    }
  }
}
