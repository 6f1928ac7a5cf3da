package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.function.Supplier;
import net.alogins.oo.event.CorruptEventException;
import net.alogins.oo.event.NewerEventException;
import net.alogins.oo.id.TenantId;

/** What a server keeps everything in. */
sealed interface Database permits DataDirectory, PostgresDatabase {

  /** Whom it is kept for: there is one person's home. */
  TenantId TENANT = new TenantId("home");

  /** What it is called in a message; without secrets. */
  String name();

  /** Its stores, made when they are not there. */
  Kept open();

  /** Its stores, which must be there. */
  Kept openExisting();

  /** Copies everything, as it is at one moment, to {@code target}, where nothing must be. */
  void backup(Path target);

  /** Takes everything from {@code backup}; nothing must be there yet. */
  void restore(Path backup);

  /** What {@code reading} its stores comes to; a row that cannot be read is a refusal. */
  default <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (NewerEventException newer) {
      throw refusal(Exit.NEWER_DATA, newer);
    } catch (CorruptEventException damaged) {
      throw refusal(Exit.CANNOT_CREATE, damaged);
    }
  }

  /** That it cannot be used, for the reason that {@code cause} gives. */
  default Refusal refusal(Exit exit, RuntimeException cause) {
    return new Refusal(exit, name() + ": " + cause.getMessage(), cause);
  }
}
