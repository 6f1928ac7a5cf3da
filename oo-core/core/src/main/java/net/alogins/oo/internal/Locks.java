package net.alogins.oo.internal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.alogins.oo.id.UserId;

/** One at a time for each person. */
final class Locks {

  private static final int STRIPES = 1024;

  private final Lock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  <T> T holding(UserId user, Supplier<T> work) {
    Lock lock = stripes[Math.floorMod(user.hashCode(), STRIPES)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
