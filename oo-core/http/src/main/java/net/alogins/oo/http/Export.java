package net.alogins.oo.http;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import net.alogins.oo.Recommender;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;

/**
 * What the recommender holds of a person, for that person: their profile, and their rows of the log
 * as one document; not what they have connected, nor what the host keeps. It is made while it is
 * sent, so that only a page of rows is ever in memory.
 */
final class Export {

  /** How many rows are in memory at once. */
  static final int PAGE = 32;

  private static final String FILE = "attachment; filename=\"oo-export.json\"";
  private static final String END = "]}";

  private final Recommender recommender;
  private final Witness witness;

  Export(Recommender recommender, Witness witness) {
    this.recommender = recommender;
    this.witness = witness;
  }

  Response give(UserId user, Call call) {
    witness.hear(Act.own(user, "exportOwn", ""));
    return Response.streamed(new Pieces(new Document(user))).header("Content-Disposition", FILE);
  }

  /** The document in pieces: its beginning, pages of facts, and its end. */
  private final class Document implements Iterator<String> {

    private final UserId user;
    private List<Recorded> page;
    private Optional<String> beginning;
    private boolean isEnded;

    /** What keeps the beginning from being read can still be answered as a problem. */
    Document(UserId user) {
      this.user = user;
      this.page = recommender.facts(user, 0, PAGE);
      this.beginning = Optional.of(beginning(user));
    }

    @Override
    public boolean hasNext() {
      return !isEnded;
    }

    @Override
    public String next() {
      if (isEnded) {
        throw new NoSuchElementException();
      }
      String piece = beginning.orElseGet(this::facts);
      beginning = Optional.empty();
      return piece;
    }

    private String beginning(UserId user) {
      WireProfile profile = WireProfile.of(recommender.profiles().of(user));
      String empty = Json.write(new WireExport(user.value(), profile, List.of()));
      return empty.substring(0, empty.length() - END.length());
    }

    private String facts() {
      if (page.isEmpty()) {
        isEnded = true;
        return END;
      }
      String facts =
          page.stream().map(WireFact::of).map(Json::write).collect(Collectors.joining(","));
      page = recommender.facts(user, page.get(page.size() - 1).seq(), PAGE);
      return page.isEmpty() ? facts : facts + ",";
    }
  }
}
