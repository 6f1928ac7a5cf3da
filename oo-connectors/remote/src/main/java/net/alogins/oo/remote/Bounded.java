package net.alogins.oo.remote;

import java.io.IOException;
import java.io.Serial;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The parts of a body as they came, of which no more than so many bytes are taken. */
final class Bounded implements BodySubscriber<List<ByteBuffer>> {

  private final int most;
  private int taken;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private final CompletableFuture<List<ByteBuffer>> body = new CompletableFuture<>();
  private final CompletableFuture<Subscription> source = new CompletableFuture<>();

  Bounded(int most) {
    this.most = most;
  }

  /** There were more bytes. */
  static final class Excess extends IOException {

    @Serial private static final long serialVersionUID = 1L;

    private final int most;

    Excess(int most) {
      super(String.valueOf(most));
      this.most = most;
    }

    String words() {
      return "answer must be of at most " + most + " bytes";
    }
  }

  @Override
  public CompletionStage<List<ByteBuffer>> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source.complete(subscription);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    for (ByteBuffer part : more) {
      if (part.remaining() > most - taken) {
        parts.clear();
        body.completeExceptionally(new Excess(most));
        source.join().cancel();
        return;
      }
      taken += part.remaining();
      parts.add(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(List.copyOf(parts));
  }
}
