package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldTest {

  private final Told told = new Told();

  @Test
  void what_is_told_again_is_not_new_and_two_systems_tell_two_things() {
    assertThat(told.isNew("github", "d-1")).isTrue();
    assertThat(told.isNew("github", "d-1")).isFalse();
    assertThat(told.isNew("todoist", "d-1")).isTrue();
    assertThat(told.isNew("github", "d-2")).isTrue();
  }

  @Test
  void what_could_not_be_taken_is_new_when_it_comes_again() {
    told.isNew("github", "d-1");
    told.forget("github", "d-1");

    assertThat(told.isNew("github", "d-1")).isTrue();
  }

  @Test
  void what_was_told_first_is_forgotten_first() {
    IntStream.rangeClosed(0, 10_000)
        .forEach(i -> assertThat(told.isNew("github", "d-" + i)).isTrue());

    assertThat(told.isNew("github", "d-10000")).isFalse();
    assertThat(told.isNew("github", "d-0")).isTrue();
  }
}
