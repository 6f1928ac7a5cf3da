package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.signal.Connections;
import net.alogins.oo.signal.testkit.ScriptedSystem;
import net.alogins.oo.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is connected by two at once; the second comes while the first is written down. */
class ConnectingTest {

  private static final String PUSHING = "{\"connector\":\"pushing\",\"id\":\"%s\"}";

  private final Recommender recommender = House.builder(ManualClock.at(House.START)).build();
  private final Connections connections = ScriptedSystem.connections();
  private final AtomicBoolean isSecond = new AtomicBoolean();

  @AfterEach
  void close() {
    connections.close();
    recommender.close();
  }

  private Response connect(String id) {
    return House.answer(operations(act -> {}), "connect", PUSHING.formatted(id));
  }

  private List<Operation> operations(Witness witness) {
    return Operations.on(recommender).witness(witness).connections(connections).list();
  }

  private Response connect(String id, Runnable meanwhile) {
    Witness witness =
        act -> {
          if (isSecond.compareAndSet(false, true)) {
            meanwhile.run();
          }
        };
    return House.answer(operations(witness), "connect", PUSHING.formatted(id));
  }

  @Test
  void who_comes_second_is_told_what_is_there_and_no_secret_that_is_not_kept() {
    Response second = connect("press", () -> assertThat(connect("press").status()).isEqualTo(201));

    assertThat(second.status()).isEqualTo(200);
    assertThat(House.text(second)).contains("pushing").doesNotContain("made here");
  }

  @Test
  void who_comes_when_the_last_place_has_just_been_taken_is_told_so() {
    IntStream.range(1, Connections.MOST_OF_A_PERSON).forEach(i -> connect("press " + i));

    Response late = connect("late", () -> assertThat(connect("last").status()).isEqualTo(201));

    assertThat(late.status()).isEqualTo(409);
  }
}
