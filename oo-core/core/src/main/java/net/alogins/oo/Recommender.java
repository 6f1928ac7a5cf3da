package net.alogins.oo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.event.HostTransaction;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.internal.Engine;
import net.alogins.oo.internal.Standing;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.reaction.DeadLetter;
import net.alogins.oo.reaction.InvalidReactionException;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.Replay;
import net.alogins.oo.tip.TipScore;

/**
 * Chooses one tip for a person, hears how they react, and chooses better.
 *
 * <pre>{@code
 * CandidateSource chores = context -> List.of(Candidate.of("chores", "1", "Water the plants"));
 *
 * try (Recommender recommender = Recommender.from(chores).choosingWith(Policies.standard()).build()) {
 *   UserId ada = new UserId("ada");
 *   recommender.tip(ada).ifPresent(tip -> recommender.react(ada, Reaction.done(tip.id())));
 * }
 * }</pre>
 *
 * <p>Every method may be called from any thread. A decision and a reaction are durable, in a store
 * that is, when the call returns; and a reaction is learned by then. After {@code close} every call
 * throws {@link IllegalStateException}.
 */
public final class Recommender implements AutoCloseable {

  private final Engine engine;
  private final Profiles profiles;
  private final String policy;
  private final boolean isVolatile;
  private final List<ExecutorService> owned;

  Recommender(Engine engine, String policy, boolean isVolatile, List<ExecutorService> owned) {
    this.engine = engine;
    this.profiles = new Profiles(engine);
    this.policy = policy;
    this.isVolatile = isVolatile;
    this.owned = List.copyOf(owned);
  }

  /** Begins a recommender that chooses from what these sources offer. */
  public static Sourced from(CandidateSource source, CandidateSource... more) {
    List<CandidateSource> sources = new ArrayList<>(List.of(more));
    sources.add(0, source);
    return policy -> new Builder(List.copyOf(sources), policy);
  }

  /** A recommender that knows its sources and still needs a policy. */
  public interface Sourced {

    /** Chooses with {@code policy}. */
    Builder choosingWith(Policy<?> policy);
  }

  /**
   * One tip for {@code user}: the one still open, or a newly decided one, or the reason for none.
   */
  public Advice tip(UserId user) {
    return tip(user, Attributes.none());
  }

  /** The same, with what the host knows about this moment: device, place, minutes free. */
  public Advice tip(UserId user, Attributes now) {
    return engine.tip(user, now);
  }

  /**
   * Tells how {@code user} reacted to a tip. Telling the same twice is telling it once.
   *
   * @throws InvalidReactionException if a new snooze does not end in the future, within 366 days;
   *     or if 64 reactions of {@code user} to this tip are kept already
   */
  public Receipt react(UserId user, Reaction reaction) {
    return engine.react(user, reaction);
  }

  /**
   * Tells how {@code user} reacted, as a part of a transaction of the host's: durable once it
   * commits, learned after that, and never told if it rolls back. The receipt says what becomes of
   * it if it commits.
   *
   * @throws InvalidReactionException as {@link #react(UserId, Reaction)} does
   */
  public Receipt react(UserId user, Reaction reaction, HostTransaction host) {
    return engine.react(user, reaction, host);
  }

  /** The tip that is still open for {@code user}; decides and writes nothing. */
  public Advice open(UserId user) {
    return engine.open(user);
  }

  /** A page of the tips that {@code user} was given, newest first, and what became of them. */
  public Page history(UserId user, Page.Request page) {
    return engine.history(user, page);
  }

  /**
   * The tip of that id that {@code user} was given, and what became of it; empty if they were not.
   */
  public Optional<PastTip> past(UserId user, TipId tip) {
    return engine.past(user, tip);
  }

  /**
   * How the live policy and each shadow scored what {@code user}'s {@code tip} was chosen from, as
   * far as they have come; empty when there is no such tip of theirs.
   */
  public List<TipScore> scores(UserId user, TipId tip) {
    return engine.scores(user, tip);
  }

  /**
   * What the log holds of {@code user}, in order: up to {@code limit} rows after row {@code after}.
   * Of what is older than the retention there is nothing.
   */
  public List<Recorded> facts(UserId user, long after, int limit) {
    return engine.facts(user, after, limit);
  }

  /** What people prefer and allow. */
  public Profiles profiles() {
    return profiles;
  }

  /** What this recommender has learned: counters, and a hash over all of it. */
  public Status status() {
    Standing standing = engine.standing();
    return new Status(standing.seq(), policy, standing.stateHash(), standing.counters());
  }

  /**
   * What answers earned and could not be learned, oldest first: what a policy or a reward rule
   * refused, with its cause. The latest 1,000 are listed, all are counted.
   */
  public List<DeadLetter> deadLetters() {
    return engine.deadLetters();
  }

  /**
   * Tries to learn what {@code user}'s {@code tip} earned once more; each can be tried once.
   *
   * @return whether it is learned now; false also when it was no dead letter
   */
  public boolean redrive(UserId user, TipId tip) {
    return engine.redrive(user, tip);
  }

  /**
   * Makes a logged decision again, from the same state, slate and seed, and says whether it came
   * out the same; empty when there is no such decision of {@code user}. Costs reading the log from
   * the newest snapshot before the decision on.
   */
  public Optional<Replay> replay(UserId user, TipId tip) {
    return engine.replay(user, tip);
  }

  /**
   * Learns everything again, from the base snapshot or from the first row on, and takes the result
   * for the state; tips are served meanwhile. How it stands then.
   */
  public Status rebuild() {
    engine.rebuild();
    return status();
  }

  /** Whether it can be used; a quick look, also after {@code close}. */
  public Health health() {
    return new Health(
        !engine.isClosed(),
        isVolatile,
        engine.counters(),
        engine.timings(),
        engine.lags(),
        engine.stuck(),
        engine.people());
  }

  /** Ends every thread that this recommender started, within seconds; twice is fine. */
  @Override
  public void close() {
    engine.close();
    owned.forEach(Threads::end);
  }
}
