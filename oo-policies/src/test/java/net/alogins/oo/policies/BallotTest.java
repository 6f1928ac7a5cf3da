package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import net.alogins.oo.event.DoubleColumn;
import org.junit.jupiter.api.Test;

class BallotTest {

  private static int[] votes(int votes, double[] means, float... away) {
    int[] votesFor = new int[means.length];
    new Ballot(DoubleColumn.of(means), away, away.length / means.length).count(votes, votesFor);
    return votesFor;
  }

  @Test
  void each_draw_and_its_opposite_vote_for_their_best() {
    assertThat(votes(4, new double[] {1, 1, 0}, 0, 1, 2, -2, 1, 0)).containsExactly(2, 2, 0);
    assertThat(votes(2, new double[] {0, 5}, 4, 1)).containsExactly(0, 2);
  }

  @Test
  void the_opposite_of_the_last_draw_may_be_one_too_many() {
    assertThat(votes(1, new double[] {0, 0}, 1, -1)).containsExactly(1, 0);
    assertThat(votes(2, new double[] {0, 0}, 1, -1)).containsExactly(1, 1);
  }

  @Test
  void equals_take_turns() {
    assertThat(votes(4, new double[] {1, 1}, 0, 0, 0, 0)).containsExactly(2, 2);
    assertThat(votes(4, new double[] {1, 0, 1}, 0, 0, 0, 0, 0, 0)).containsExactly(2, 0, 2);
  }
}
