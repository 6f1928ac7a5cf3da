package net.alogins.oo.server;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.util.stream.Stream;
import net.alogins.oo.Recommender;
import net.alogins.oo.Status;

/** The running server: the web in front of the recommender in front of its stores. */
@Singleton
final class Server implements AutoCloseable {

  static final String LOOPBACK = "127.0.0.1";

  private final Settings settings;
  private final Recommender recommender;
  private final Outside outside;
  private final Kept kept;
  private final Javalin web;
  private final Notice notice;

  @Inject
  Server(
      Settings settings,
      Recommender recommender,
      Outside outside,
      Kept kept,
      Javalin web,
      Notice notice) {
    this.settings = settings;
    this.recommender = recommender;
    this.outside = outside;
    this.kept = kept;
    this.web = web;
    this.notice = notice;
  }

  /** Opens the door; the address it can be found at. */
  String start() {
    try {
      web.start();
      return "http://" + LOOPBACK + ":" + web.port() + "/";
    } catch (JavalinException shut) {
      try (this) {
        drain();
      }
      throw refusal(settings.port(), shut);
    }
  }

  /** Why {@code port} could not be listened on. */
  static Refusal refusal(int port, Throwable failure) {
    String reason =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .map(cause -> String.valueOf(cause.getMessage()))
            .reduce("", (first, deeper) -> deeper);
    String rule =
        reason.contains("Permission denied")
            ? "be one that this account may listen on but permission was denied"
            : reason.contains("in use")
                ? "be free but is in use"
                : "be one to listen on but was not (" + reason + ")";
    return new Refusal(
        Exit.UNAVAILABLE,
        "port " + port + " must " + rule + "; choose another with --port",
        failure);
  }

  /** Says that it is about to stop, and goes on for the time in which others take note. */
  void giveNotice() {
    notice.give();
  }

  /** Lets nobody in any more, and those inside finish; whether all did in time. */
  boolean drain() {
    try {
      web.stop();
      return true;
    } catch (JavalinException late) {
      return false;
    }
  }

  /** What it has learned by now. */
  String lastWords() {
    Status last = recommender.status();
    return "oO stopped at row " + last.seq() + " with state " + last.stateHash();
  }

  /** Closes what is behind the web, whatever became of that. */
  @Override
  public void close() {
    try (kept;
        outside) {
      recommender.close();
    }
  }
}
