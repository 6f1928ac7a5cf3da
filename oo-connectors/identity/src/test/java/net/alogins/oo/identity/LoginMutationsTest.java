package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoginMutationsTest {

  private static final int FEWEST = 20;

  private static int sessions;

  static List<Mutation> mutations() {
    return Mutation.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void a_login_of_which_one_thing_is_wrong_makes_no_session(Mutation mutation) throws IOException {
    try (Idp idp = Idp.start()) {
      boolean isIn = mutation.attempt().apply(idp).isPresent();
      sessions += isIn ? 1 : 0;

      assertThat(isIn).isFalse();
    }
  }

  @Test
  void the_same_login_with_nothing_wrong_makes_one() throws IOException {
    try (Idp idp = Idp.start()) {
      Visit visit = Visit.to(idp);
      visit.go("ada");

      assertThat(visit.ended()).isPresent();
    }
  }

  @Test
  void they_are_many() {
    assertThat(mutations()).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(mutations()).extracting(Mutation::name).doesNotHaveDuplicates();
  }

  @AfterAll
  static void say() {
    System.out.printf("%d mutations of a login, %d sessions made%n", mutations().size(), sessions);
  }
}
