package net.alogins.oo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;
import org.junit.jupiter.api.Test;

/** What every store of snapshots must do; extend it and name your store. */
public abstract class StateStoreContract {

  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final StateKey KEY = new StateKey("standard", "a462ac78");
  private static final long END = Long.MAX_VALUE;

  /** Made by a subclass. */
  protected StateStoreContract() {}

  /** A new, empty store; asked for once in each test. */
  protected abstract StateStore states() throws Exception;

  /** {@code states}, closed and opened again; a store that forgets may stay as it is. */
  protected StateStore reopened(StateStore states) throws Exception {
    return states;
  }

  private static Saved saved(long seq, String body) {
    return new Saved(seq, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothing_is_there_at_first() throws Exception {
    StateStore states = states();

    assertThat(states.shared(KEY, END)).isEmpty();
    assertThat(states.own(KEY, ADA, END)).isEmpty();
    assertThat(states.base(KEY)).isEmpty();
    states.drop(KEY, 0);
  }

  @Test
  void what_was_saved_is_found_again_bit_for_bit() throws Exception {
    StateStore states = states();
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    states.saveOwn(KEY, Map.of(ADA, saved(7, "Ada"), BOB, new Saved(7, new byte[0])));
    states.saveShared(KEY, new Saved(7, every), false);

    StateStore again = reopened(states);

    assertThat(again.shared(KEY, 7)).hasValue(new Saved(7, every));
    assertThat(again.own(KEY, ADA, 7)).hasValue(saved(7, "Ada"));
    assertThat(again.own(KEY, BOB, END)).hasValue(new Saved(7, new byte[0]));
    assertThat(again.base(KEY)).isEmpty();
  }

  @Test
  void nothing_is_found_before_it_was_so() throws Exception {
    StateStore states = states();
    states.saveOwn(KEY, Map.of(ADA, saved(7, "Ada")));
    states.saveShared(KEY, saved(7, "all"), true);

    assertThat(states.shared(KEY, 6)).isEmpty();
    assertThat(states.own(KEY, ADA, 6)).isEmpty();
  }

  @Test
  void a_newer_snapshot_takes_the_place_of_all_but_the_base() throws Exception {
    StateStore states = states();
    states.saveShared(KEY, saved(1, "one"), false);
    states.saveShared(KEY, saved(2, "base"), true);
    states.saveShared(KEY, saved(3, "three"), false);
    states.saveShared(KEY, saved(4, "four"), false);

    StateStore again = reopened(states);

    assertThat(again.shared(KEY, 1)).isEmpty();
    assertThat(again.shared(KEY, 3)).hasValue(saved(2, "base"));
    assertThat(again.shared(KEY, END)).hasValue(saved(4, "four"));
    assertThat(again.base(KEY)).hasValue(2);
  }

  @Test
  void an_older_snapshot_that_comes_late_takes_no_newer_ones_place() throws Exception {
    StateStore states = states();
    states.saveShared(KEY, saved(7, "newer"), false);
    states.saveShared(KEY, saved(5, "late"), false);

    assertThat(states.shared(KEY, END)).hasValue(saved(7, "newer"));
  }

  @Test
  void a_new_base_takes_the_place_of_the_old_one() throws Exception {
    StateStore states = states();
    states.saveShared(KEY, saved(2, "old"), true);
    states.saveShared(KEY, saved(5, "new"), true);

    assertThat(states.base(KEY)).hasValue(5);
    assertThat(states.shared(KEY, 4)).isEmpty();
  }

  @Test
  void a_person_is_kept_as_of_the_base_and_as_of_the_newest_snapshot() throws Exception {
    StateStore states = states();
    states.saveOwn(KEY, Map.of(ADA, saved(2, "base")));
    states.saveShared(KEY, saved(3, "all"), true);
    states.saveOwn(KEY, Map.of(ADA, saved(5, "five")));
    states.saveOwn(KEY, Map.of(ADA, saved(6, "six")));
    states.saveShared(KEY, saved(6, "all"), false);
    states.saveOwn(KEY, Map.of(ADA, saved(8, "on its way")));

    StateStore again = reopened(states);

    assertThat(again.own(KEY, ADA, 5)).hasValue(saved(2, "base"));
    assertThat(again.own(KEY, ADA, 6)).hasValue(saved(6, "six"));
    assertThat(again.own(KEY, ADA, 7)).hasValue(saved(6, "six"));
    assertThat(again.own(KEY, ADA, 8)).hasValue(saved(8, "on its way"));
  }

  @Test
  void what_is_saved_again_as_of_the_same_row_is_replaced() throws Exception {
    StateStore states = states();
    states.saveOwn(KEY, Map.of(ADA, saved(2, "first")));
    states.saveOwn(KEY, Map.of(ADA, saved(2, "again")));
    states.saveShared(KEY, saved(2, "first"), false);
    states.saveShared(KEY, saved(2, "again"), true);

    assertThat(states.own(KEY, ADA, 2)).hasValue(saved(2, "again"));
    assertThat(states.shared(KEY, 2)).hasValue(saved(2, "again"));
    assertThat(states.base(KEY)).hasValue(2);
  }

  @Test
  void dropping_goes_back_to_a_row() throws Exception {
    StateStore states = states();
    states.saveOwn(KEY, Map.of(ADA, saved(2, "base")));
    states.saveShared(KEY, saved(2, "base"), true);
    states.saveOwn(KEY, Map.of(ADA, saved(5, "later"), BOB, saved(5, "later")));
    states.saveShared(KEY, saved(5, "later"), false);

    states.drop(KEY, 2);

    StateStore again = reopened(states);
    assertThat(again.shared(KEY, END)).hasValue(saved(2, "base"));
    assertThat(again.own(KEY, ADA, END)).hasValue(saved(2, "base"));
    assertThat(again.own(KEY, BOB, END)).isEmpty();
    again.drop(KEY, 0);
    assertThat(again.base(KEY)).isEmpty();
  }

  @Test
  void keys_and_people_are_kept_apart() throws Exception {
    StateStore states = states();
    StateKey policy = new StateKey("other", KEY.configuration());
    StateKey configuration = new StateKey(KEY.policy(), "other");
    Map<UserId, Saved> people = new HashMap<>();
    for (String strange : SampleIds.STRANGE) {
      people.put(new UserId(strange), saved(1, strange));
    }
    states.saveOwn(KEY, people);
    states.saveOwn(policy, Map.of(ADA, saved(1, "other policy")));
    states.saveShared(KEY, saved(1, "all"), true);
    states.saveShared(configuration, saved(1, "other configuration"), false);

    states.drop(configuration, 0);

    StateStore again = reopened(states);
    people.forEach((user, saved) -> assertThat(again.own(KEY, user, END)).hasValue(saved));
    assertThat(again.own(policy, ADA, END)).hasValue(saved(1, "other policy"));
    assertThat(again.shared(KEY, END)).hasValue(saved(1, "all"));
    assertThat(again.shared(configuration, END)).isEmpty();
  }

  @Test
  void a_megabyte_is_kept() throws Exception {
    StateStore states = states();
    Saved large = new Saved(1, new byte[1 << 20]);
    states.saveOwn(KEY, Map.of(ADA, large));
    states.saveShared(KEY, large, false);

    StateStore again = reopened(states);

    assertThat(again.own(KEY, ADA, 1)).hasValue(large);
    assertThat(again.shared(KEY, 1)).hasValue(large);
  }
}
