package net.alogins.oo.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.Family;
import net.alogins.oo.id.UserId;
import net.alogins.oo.llm.LlmEmbeddings;
import net.alogins.oo.meaning.Meanings;
import net.alogins.oo.policy.Features;
import net.alogins.oo.profile.Consents;

/** The language model that says what titles mean; not looked at where none is named. */
final class Reader implements AutoCloseable {

  /** The file in the data directory of the key that what texts mean is kept under. */
  static final String KEY = "meaning.key";

  private static final Set<String> GROUPS = Set.of("failed", "rejected");

  private final LlmEmbeddings embeddings;
  private final Meanings meanings;
  private volatile Optional<Recommender> recommender = Optional.empty();

  private Reader(Suggestions.Asked by, byte[] key, Kept kept) {
    embeddings = LlmEmbeddings.from(Writer.models(by)).open();
    meanings = Meanings.by(embeddings).consents(this::consents).store(kept.meanings(), key).open();
  }

  /** Asks nothing yet. */
  static Reader open(Suggestions.Asked by, byte[] key, Kept kept) {
    return new Reader(by, key, kept);
  }

  /** {@code others}, and what titles mean. */
  Features features(Features others) {
    return meanings.features(others);
  }

  /** Nobody allows anything before there is somebody to ask. */
  private Consents consents(UserId user) {
    return recommender.map(of -> of.profiles().of(user).consents()).orElseGet(Consents::none);
  }

  void follow(Recommender newRecommender) {
    recommender = Optional.of(newRecommender);
  }

  /** What happens, for the metrics. */
  List<Family> families() {
    Grouped all = new Grouped("oo_meaning_", GROUPS, this::counters);
    return List.of(
        all.family(Grouped.EVENTS, "event", "What happened to texts whose meaning was wanted."),
        all.family("failed", "kind", "How often the embedder had no usable answer."),
        all.family("rejected", "why", "How many vectors were no directions."),
        new Family(
            "oo_meaning_breaker",
            "gauge",
            "Whether the embedder is asked (CLOSED), left alone (OPEN) or tried (HALF_OPEN).",
            "state",
            () -> Map.of(embeddings.breaker(), 1L)));
  }

  private Map<String, Long> counters() {
    Map<String, Long> all = new TreeMap<>(meanings.counters());
    all.putAll(embeddings.counters());
    return all;
  }

  @Override
  public void close() {
    meanings.close();
  }
}
