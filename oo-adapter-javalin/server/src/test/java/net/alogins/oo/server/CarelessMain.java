package net.alogins.oo.server;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import net.alogins.oo.jdbc.SqliteStores;
import org.sqlite.SQLiteConfig;

/**
 * The server with a SQLite that never calls fsync: it must lose what it acknowledged when the power
 * is cut, or the cut proves nothing.
 */
final class CarelessMain {

  private CarelessMain() {}

  /** Serves; arguments are those of a {@link Trial}, in its order. */
  public static void main(String[] arguments) throws Exception {
    Logs.configure();
    DataDirectory data = new DataDirectory(Path.of(arguments[2]));
    data.create();
    SqliteStores stores = SqliteStores.open(data.database(), Database.TENANT);
    beCareless(stores);
    Settings settings = new Settings(Place.in(data), 0, List.of(Path.of(arguments[6])), false);
    System.out.println("oO is at " + server(settings, stores).start());
    Thread.currentThread().join();
  }

  private static Server server(Settings settings, SqliteStores stores) {
    Kept kept = new Kept(stores.stores(), stores::close);
    Module module =
        Modules.override(new ServerModule(settings))
            .with(binder -> binder.bind(Kept.class).toInstance(kept));
    return Guice.createInjector(module).getInstance(Server.class);
  }

  /** No setting does this, and none shall: it reaches for what says how commits wait. */
  private static void beCareless(SqliteStores stores) throws Exception {
    Object flushing = value(value(stores, "file"), "flushing");
    Field wanted = flushing.getClass().getDeclaredField("wanted");
    wanted.setAccessible(true);
    wanted.set(flushing, SQLiteConfig.SynchronousMode.OFF);
  }

  private static Object value(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
