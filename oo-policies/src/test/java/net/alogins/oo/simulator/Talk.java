package net.alogins.oo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;

/** How people react to a tip: not at all, once, in two minds, twice the same, or not for long. */
final class Talk {

  private static final int PERCENT = 100;
  private static final int MOST_COPIES = 2;

  private final SplittableRandom random;
  private final Post post;
  private long presses;

  Talk(SplittableRandom random, Post post) {
    this.random = random;
    this.post = post;
  }

  /** {@code user} sees {@code tip} and sends what they have to say. */
  void about(UserId user, TipId tip, Instant now) {
    int mood = random.nextInt(PERCENT);
    if (mood < 25) {
      return;
    }
    Answer answer = press(tip, now);
    send(user, answer, now);
    if (mood < 37) {
      send(user, press(tip, now), now);
    } else if (mood < 55) {
      send(user, answer.undo(), now);
    } else if (mood < 65) {
      send(user, press(tip, now).id(answer.id()), now);
    } else if (mood < 75) {
      for (int copies = random.nextInt(1, MOST_COPIES + 1); copies > 0; copies--) {
        send(user, answer, now);
      }
    }
  }

  /** A new answer of any kind. */
  Answer press(TipId tip, Instant now) {
    ReactionId id = new ReactionId("press " + presses++);
    return switch (random.nextInt(3)) {
      case 0 -> Reaction.done(tip).id(id);
      case 1 -> Reaction.dismiss(tip).id(id);
      default -> Reaction.snooze(tip, now.plus(Duration.ofHours(random.nextInt(1, 200)))).id(id);
    };
  }

  private void send(UserId user, Reaction reaction, Instant now) {
    post.send(now, now.plus(delay()), user, reaction);
  }

  /** Mostly none, sometimes hours, seldom days. */
  private Duration delay() {
    int dice = random.nextInt(PERCENT);
    if (dice < 60) {
      return Duration.ZERO;
    }
    return dice < 85
        ? Duration.ofMinutes(random.nextInt(1, 30 * 60))
        : Duration.ofHours(random.nextInt(24, 12 * 24));
  }
}
