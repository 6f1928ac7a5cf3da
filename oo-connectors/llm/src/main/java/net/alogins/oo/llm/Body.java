package net.alogins.oo.llm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An answer's bytes as they come, of which no more than so many are taken. */
final class Body implements Consumer<Optional<byte[]>> {

  private final int most;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<Void> excess = new CompletableFuture<>();

  Body(int most) {
    this.most = most;
  }

  @Override
  public synchronized void accept(Optional<byte[]> part) {
    byte[] bytes = part.orElse(new byte[0]);
    if (bytes.length > most - taken.size()) {
      Failure failure = new Failure(Failure.Kind.TOO_LONG);
      excess.completeExceptionally(failure);
      throw failure;
    }
    taken.writeBytes(bytes);
  }

  /** Fails as soon as there is more than may be taken. */
  CompletableFuture<Void> excess() {
    return excess;
  }

  synchronized String text() {
    return taken.toString(StandardCharsets.UTF_8);
  }
}
