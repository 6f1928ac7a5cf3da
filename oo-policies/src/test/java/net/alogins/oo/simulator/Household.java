package net.alogins.oo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.InvalidReactionException;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.Undo;
import net.alogins.oo.simulator.Post.Letter;
import net.alogins.oo.tip.Page;
import net.alogins.oo.tip.Tip;

/** The people: what they ask, say, allow and prefer, and what they know of it. */
final class Household {

  private static final int FLOOD = 70;
  private static final int AGAIN_ONE_IN = 4;
  private static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, ZoneId.of("Asia/Kolkata"), ZoneId.of("America/Lima"));

  private final Stage stage;
  private final SplittableRandom random;
  private final Post post;
  private final Talk talk;
  private final Map<UserId, List<TipId>> tips = new HashMap<>();
  private final Map<UserId, Set<ZoneId>> zones = new HashMap<>();

  Household(Stage stage, Seeds seeds) {
    this.stage = stage;
    this.random = seeds.next();
    this.post = new Post(seeds.next());
    this.talk = new Talk(seeds.next(), post);
  }

  private UserId anybody() {
    return stage.people().get(random.nextInt(stage.people().size()));
  }

  private Instant now() {
    return stage.time().now();
  }

  /** One of the tips of anybody, if they have one. */
  Optional<TipId> tipOf(UserId user) {
    List<TipId> mine = tips.getOrDefault(user, List.of());
    return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(random.nextInt(mine.size())));
  }

  void ask() {
    UserId user = anybody();
    stage.perform(
        user + " asks",
        () -> {
          Optional<Tip> tip = stage.recommender().tip(user).tip();
          tip.ifPresent(served -> served(user, served));
          return tip.map(served -> Trace.name(served.id())).orElse("nothing");
        });
  }

  private void served(UserId user, Tip tip) {
    stage.claims().shown(user, tip);
    List<TipId> mine = tips.computeIfAbsent(user, u -> new ArrayList<>());
    boolean isNew = !mine.contains(tip.id());
    if (isNew) {
      mine.add(tip.id());
    }
    if (isNew || random.nextInt(AGAIN_ONE_IN) == 0) {
      talk.about(user, tip.id(), now());
    }
  }

  /** Something that was sent arrives. */
  void arrive() {
    post.arriving(now()).ifPresent(this::arrive);
  }

  private void arrive(Letter letter) {
    UserId user = letter.user();
    countOddities(letter);
    stage.perform(
        user + " says " + Trace.name(letter.reaction()),
        () -> {
          try {
            return react(user, letter.reaction());
          } catch (Crash | StagedFailure unsure) {
            Duration wait = Duration.ofMinutes(random.nextInt(1, 300));
            post.sendAgain(letter, now().plus(wait));
            throw unsure;
          }
        });
  }

  private Object react(UserId user, Reaction reaction) {
    Claims claims = stage.claims();
    boolean holds = claims.holds(user, reaction);
    claims.tried(user, reaction);
    try {
      Receipt receipt = stage.recommender().react(user, reaction);
      claims.told(user, reaction, receipt, now());
      return receipt;
    } catch (InvalidReactionException refused) {
      claims.refused();
      Violation.unless(!holds, "I2", "%s was refused after it was recorded", reaction);
      return "refused, " + refused.getMessage();
    }
  }

  private void countOddities(Letter letter) {
    Reaction reaction = letter.reaction();
    UserId user = letter.user();
    Claims claims = stage.claims();
    count(Fault.DUPLICATE, claims.isRepeated(user, reaction));
    count(Fault.CONTRADICTION, claims.contradicts(user, reaction));
    count(Fault.REORDERED, post.isOvertaking(letter));
    count(Fault.DELAYED, letter.given().plus(Duration.ofDays(1)).isBefore(now()));
    count(
        Fault.UNDO_BEFORE_ANSWER,
        reaction instanceof Undo undo && !claims.isTried(user, undo.tip(), undo.target()));
  }

  private void count(Fault fault, boolean happens) {
    if (happens) {
      stage.faults().count(fault);
    }
  }

  /** Somebody answers a tip of somebody else, or one that there never was. */
  void meddle() {
    UserId user = anybody();
    UserId other = anybody();
    Optional<TipId> theirs = user.equals(other) ? Optional.empty() : tipOf(other);
    TipId tip = theirs.orElse(new TipId(0, random.nextInt(5)));
    stage.faults().count(Fault.FOREIGN_TIP);
    post.send(now(), now(), user, talk.press(tip, now()));
  }

  /** Somebody presses a button again and again. */
  void flood() {
    UserId user = anybody();
    Optional<TipId> tip = tipOf(user);
    if (tip.isEmpty() || random.nextBoolean()) {
      return;
    }
    stage.faults().count(Fault.FLOOD);
    for (int press = 0; press < FLOOD; press++) {
      post.send(now(), now(), user, talk.press(tip.get(), now()));
    }
  }

  void look() {
    UserId user = anybody();
    stage.perform(
        user + " looks",
        () -> {
          int shown = stage.recommender().history(user, Page.Request.first(5)).tips().size();
          boolean isOpen = stage.recommender().open(user).tip().isPresent();
          ZoneId zone = stage.recommender().profiles().of(user).preferences().zone();
          Violation.unless(zonesOf(user).contains(zone), "I1", "%s is not in %s", user, zone);
          return shown + " tips, open " + isOpen + ", in " + zone;
        });
  }

  /** What a person may prefer: what they were told is so, or what they tried since. */
  private Set<ZoneId> zonesOf(UserId user) {
    return zones.computeIfAbsent(user, u -> new HashSet<>(Set.of(ZONES.get(0))));
  }

  void prefer() {
    UserId user = anybody();
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    zonesOf(user).add(zone);
    stage.perform(
        user + " prefers " + zone,
        () -> {
          stage.recommender().profiles().prefer(user, new Preferences(zone));
          zonesOf(user).retainAll(Set.of(zone));
          return "done";
        });
  }

  void consent() {
    UserId user = anybody();
    Consents consents =
        switch (random.nextInt(5)) {
          case 0 -> Consents.none();
          case 1 -> Consents.of(Purpose.RECOMMEND);
          default -> Consents.standard();
        };
    boolean isGiven = consents.equals(Consents.standard());
    stage.faults().count(isGiven ? Fault.CONSENT_GIVEN : Fault.CONSENT_WITHDRAWN);
    stage.perform(
        user + " allows " + consents.allowed().size(),
        () -> {
          stage.recommender().profiles().consent(user, consents);
          return "done";
        });
  }

  /** Everything arrives that nobody can say of whether it did, and some of the rest. */
  void sayTheRest() {
    post.loseUnsent();
    while (post.next().isPresent()) {
      stage.nextStep();
      Instant next = post.next().orElseThrow();
      if (next.isAfter(now())) {
        stage.time().elapse(Duration.between(now(), next));
      }
      arrive();
    }
  }
}
