package net.alogins.oo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private final AtomicInteger encoded = new AtomicInteger();
  private final Feature length =
      Feature.ofContent(
          "length",
          List.of("title"),
          (candidate, row) -> row.set(0, candidate.title().length() + encoded.getAndIncrement()));
  private final Features content = Features.of(List.of(length), List.of());

  private static Context asked(String user, int second) {
    return new Context(
        new UserId(user),
        Instant.ofEpochSecond(second),
        new Profile(new Preferences(ZoneOffset.UTC), Consents.standard()),
        Attributes.none(),
        History.empty());
  }

  private static List<Candidate> titled(String... titles) {
    List<Candidate> all = new ArrayList<>();
    for (String title : titles) {
      all.add(Candidate.of("s", title, title));
    }
    return all;
  }

  @Test
  void what_the_same_candidates_say_of_themselves_is_encoded_once_for_all_who_ask() {
    Slate first = content.slate(asked("ada", 1), titled("one", "three"));

    Slate second = content.slate(asked("bob", 2), titled("one", "three"));

    assertThat(encoded).hasValue(2);
    assertThat(second.features()).isEqualTo(first.features()).isEqualTo(FloatColumn.of(3, 6));
    assertThat(second.user()).isEqualTo(new UserId("bob"));
    assertThat(second.at()).isEqualTo(Instant.ofEpochSecond(2));
  }

  @Test
  void other_candidates_are_encoded_anew_also_in_a_list_that_has_changed() {
    List<Candidate> tasks = titled("one", "three");
    content.slate(asked("ada", 1), tasks);
    tasks.set(1, Candidate.of("s", "three", "another title"));

    Slate changed = content.slate(asked("ada", 2), tasks);

    assertThat(changed.features()).isEqualTo(FloatColumn.of(3 + 2, 13 + 3));
    assertThat(content.slate(asked("ada", 3), titled("one")).candidates()).hasSize(1);
  }

  @Test
  void one_feature_of_the_moment_and_everything_is_encoded_each_time() {
    Feature second =
        Feature.ofCandidate(
            "now", List.of("s"), (c, k, row) -> row.set(0, (double) c.now().getEpochSecond()));
    Features moving = content.and(second);
    moving.slate(asked("ada", 1), titled("one"));

    Slate later = moving.slate(asked("ada", 2), titled("one"));

    assertThat(later.features()).isEqualTo(FloatColumn.of(3 + 1, 2));
  }

  @Test
  void the_context_is_always_encoded() {
    Feature second =
        Feature.ofContext(
            "now", List.of("s"), (c, row) -> row.set(0, (double) c.now().getEpochSecond()));
    Features both = content.and(second);
    both.slate(asked("ada", 1), titled("one"));

    Slate later = both.slate(asked("ada", 2), titled("one"));

    assertThat(later.context()).isEqualTo(FloatColumn.of(2));
    assertThat(encoded).hasValue(1);
  }
}
