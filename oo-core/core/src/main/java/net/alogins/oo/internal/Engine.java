package net.alogins.oo.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.event.ConsentChanged;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.HostTransaction;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Redriven;
import net.alogins.oo.event.WindowClosed;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;
import net.alogins.oo.reaction.DeadLetter;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.SideEffect;
import net.alogins.oo.tip.Advice;
import net.alogins.oo.tip.Decision;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.PastTip;
import net.alogins.oo.tip.Replay;
import net.alogins.oo.tip.TipScore;

/**
 * The path itself: {@link Advising} leads from a question to a tip, {@link Reacting} from a
 * reaction to a row of the log, and {@link Fold} from the log to what is learned.
 */
public final class Engine implements AutoCloseable {

  /** The name of who chooses when the policy cannot; no policy may have it. */
  public static final String FALLBACK = "uniform-fallback";

  private static final int AT_ONCE = 256;

  private final Settings settings;
  private final EventLog log;
  private final Rules rules;
  private final Learning learning;
  private final Outlook outlook;
  private final Advising advising;
  private final Reacting reacting;
  private final Background background;
  private final EventLog.Following following;
  private volatile boolean isClosed;

  /** An engine that has learned everything its log says. */
  public Engine(Settings settings) {
    this.settings = settings;
    log = settings.kept().log();
    Settings.Path path = settings.path();
    rules = new Rules(path.rewards(), path.features().schema(), path.defaults().consents());
    learning = new Learning(settings, rules);
    outlook = new Outlook(settings, learning.fold(), new Locks());
    advising = new Advising(outlook);
    reacting = new Reacting(outlook);
    learning.catchUp();
    background =
        new Background(settings.outside().scheduler(), followers(), this::save, this::keepHouse);
    following = log.follow(this::follow);
    try {
      learning.catchUp();
      background.start();
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private void follow(List<Recorded> rows) {
    learning.follow(rows);
    background.wake();
  }

  /** What was missed while the store was away is learned now. */
  private void keepHouse() {
    learning.catchUp();
    closeWindows(outlook.now());
  }

  private void save() {
    long slowest =
        background.followers().stream()
            .mapToLong(Follower::position)
            .reduce(learning.fold().seq(), Math::min);
    learning.keep(outlook.now(), slowest);
  }

  /** A new effect begins now: what was done before it was there is not its business. */
  private List<Follower> followers() {
    Projection projection = new Projection(settings.kept().scores());
    List<Follower> followers = new ArrayList<>();
    followers.add(new Follower(Projection.NAME, log, 0, projection));
    followers.addAll(learning.shadows());
    for (SideEffect effect : settings.path().effects()) {
      String name = "effect/" + effect.name();
      long begun = log.position(name).orElse(learning.fold().seq());
      log.advance(name, begun);
      followers.add(new Follower(name, log, begun, new Effect(effect, log)));
    }
    return followers;
  }

  /** The tip that is open for {@code user}, or a newly decided one. */
  public Advice tip(UserId user, Attributes attributes) {
    beginning();
    return advising.tip(user, attributes);
  }

  /** What became of {@code reaction}; durable and learned on return. */
  public Receipt react(UserId user, Reaction reaction) {
    beginning();
    return outlook.turns().holding(user, () -> reacting.react(user, reaction));
  }

  /** What becomes of {@code reaction} if the host commits; durable and learned after that. */
  public Receipt react(UserId user, Reaction reaction, HostTransaction host) {
    beginning();
    return outlook.turns().holding(user, () -> reacting.react(user, reaction, host));
  }

  private void beginning() {
    requireOpen();
    closeWindows(outlook.now());
  }

  /** Closes the windows whose end has come, by a row each: the fold itself never reads a clock. */
  private void closeWindows(Instant now) {
    List<Windows.Window> due = learning.fold().state().windows().due(now, AT_ONCE);
    while (!due.isEmpty()) {
      log.append(due.stream().map(w -> new WindowClosed(w.user(), now, w.tip())).toList());
      learning.fold().state().windows().remove(due);
      due = learning.fold().state().windows().due(now, AT_ONCE);
    }
  }

  /** The tip still open for {@code user}; nothing is decided or written. */
  public Advice open(UserId user) {
    requireOpen();
    return advising.open(user);
  }

  /** A page of the tips that {@code user} was given, newest first. */
  public Page history(UserId user, Page.Request request) {
    requireOpen();
    List<Recorded> rows = log.decisions(user, request.before(), request.limit() + 1);
    List<Recorded> page = rows.subList(0, Math.min(rows.size(), request.limit()));
    return new Page(
        Recorded.events(Decided.class, page).map(this::past).toList(),
        rows.size() == page.size()
            ? Optional.empty()
            : Optional.of(new Page.Request(page.get(page.size() - 1).seq(), request.limit())));
  }

  /** The tip that {@code user} was given, if they were, and what became of it. */
  public Optional<PastTip> past(UserId user, TipId tip) {
    requireOpen();
    return Recorded.events(Decided.class, log.about(user, tip)).findFirst().map(this::past);
  }

  private PastTip past(Decided decided) {
    Ledger ledger = Ledger.EMPTY;
    for (Recorded row : log.about(decided.user(), decided.tip())) {
      ledger = ledger.apply(row, rules).next();
    }
    Joined joined = ledger.of(decided.tip()).orElse(Joined.of(decided));
    return new PastTip(new Decision(decided), joined.outcome(outlook.now()));
  }

  /** Up to {@code limit} rows of {@code user} after row {@code after}, in order. */
  public List<Recorded> facts(UserId user, long after, int limit) {
    requireOpen();
    return log.read(user, after, limit);
  }

  /** How every policy scored what {@code tip} was chosen from, as far as it has come. */
  public List<TipScore> scores(UserId user, TipId tip) {
    requireOpen();
    return settings.kept().scores().of(user, tip);
  }

  /** What {@code user} prefers and allows. */
  public Profile profile(UserId user) {
    return outlook.profile(user, outlook.view(user));
  }

  /** From now on {@code user} allows exactly {@code consents}. */
  public void consent(UserId user, Consents consents) {
    requireOpen();
    ReactionId id = new ReactionId(outlook.newTip().toString());
    ConsentChanged changed = new ConsentChanged(user, outlook.now(), id, consents.allowed());
    outlook.turns().holding(user, () -> log.append(List.of(changed)));
  }

  /** From now on {@code user} prefers {@code preferences}. */
  public void prefer(UserId user, Preferences preferences) {
    requireOpen();
    settings.kept().profiles().save(user, preferences);
  }

  /** How everything learned stands. */
  public Standing standing() {
    return learning.standing(reacting::counters);
  }

  /** How many facts came in, and what became of them. */
  public Map<String, Long> counters() {
    return reacting.counters(learning.fold().state().tally());
  }

  /** How long things took since this engine began. */
  public Map<String, Long> timings() {
    return learning.timings();
  }

  /** How many people the live policy has in memory. */
  public int people() {
    return learning.fold().state().people().size();
  }

  /** Learns everything again from the base snapshot; questions are answered meanwhile. */
  public void rebuild() {
    requireOpen();
    learning.rebuild();
  }

  /** What could not be learned, oldest first. */
  public List<DeadLetter> deadLetters() {
    return learning.fold().state().refused().letters();
  }

  /** Tries what {@code tip} earned once more; whether it is learned now. */
  public boolean redrive(UserId user, TipId tip) {
    requireOpen();
    if (learning.fold().state().refused().of(user, tip).isEmpty()) {
      return false;
    }
    log.append(List.of(new Redriven(user, outlook.now(), tip)));
    return learning.fold().state().refused().of(user, tip).isEmpty();
  }

  /** Makes a logged decision again. */
  public Optional<Replay> replay(UserId user, TipId tip) {
    requireOpen();
    return learning.replay(user, tip);
  }

  /** How many rows each follower is behind. */
  public Map<String, Long> lags() {
    long seq = learning.fold().seq();
    return background.followers().stream()
        .collect(Collectors.toMap(Follower::name, each -> Math.max(0, seq - each.position())));
  }

  /** The followers that could not take their next row. */
  public Set<String> stuck() {
    return background.followers().stream()
        .filter(Follower::isStuck)
        .map(Follower::name)
        .collect(Collectors.toSet());
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return isClosed;
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("a recommender must not be used after close");
    }
  }

  /** Ends everything that the engine started; twice is fine. */
  @Override
  public void close() {
    isClosed = true;
    following.close();
    background.close();
  }
}
