package net.alogins.oo.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Experience.First;
import net.alogins.oo.policy.Features;
import net.alogins.oo.policy.Occasion;
import net.alogins.oo.policy.Reward;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;

/** Random slates and experiences, drawn from a seed, for tests of policies. */
public final class Worlds {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final int PEOPLE = 5;
  private static final float[] EXTREMES = {
    0, 1, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -Float.MIN_VALUE
  };

  private final SplittableRandom random;

  /** A world of its own for each seed. */
  public Worlds(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A slate of {@code size} random candidates, encoded by the standard features. */
  public Slate slate(int size) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      candidates.add(
          Candidate.of("source-" + random.nextInt(3), "task-" + i, "Task")
              .kind("kind-" + random.nextInt(6))
              .minutes(1 + random.nextInt(300))
              .priority(1 + random.nextInt(4))
              .created(DAY.minusDays(random.nextInt(60)))
              .due(DAY.plusDays(random.nextInt(30) - 5L)));
    }
    return Features.standard().slate(context(), candidates);
  }

  private Context context() {
    return new Context(
        new UserId("user-" + random.nextInt(PEOPLE)),
        START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 7))),
        new Profile(new Preferences(ZoneOffset.UTC), Consents.standard()),
        Attributes.none(),
        History.empty());
  }

  /** A slate of {@code size} whose numbers are as large, or as near to 0, as a feature can be. */
  public Slate extremeSlate(int size) {
    Slate usual = slate(size);
    return new Slate(
        usual.user(),
        usual.at(),
        usual.schema(),
        usual.candidates(),
        extremes(usual.context().size()),
        extremes(usual.features().size()));
  }

  private FloatColumn extremes(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = EXTREMES[random.nextInt(EXTREMES.length)];
    }
    return FloatColumn.of(values);
  }

  /** {@code count} experiences with random rewards between -0.4 and 1. */
  public List<First> experiences(int count) {
    List<First> experiences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Slate slate = slate(4);
      Occasion occasion = new Occasion(slate.only(random.nextInt(4)), 0.25);
      experiences.add(new First(occasion, new Reward(-0.4 + 1.4 * random.nextDouble())));
    }
    return List.copyOf(experiences);
  }
}
