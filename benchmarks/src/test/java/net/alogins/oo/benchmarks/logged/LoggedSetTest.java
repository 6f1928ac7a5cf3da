package net.alogins.oo.benchmarks.logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.alogins.oo.event.DoubleColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggedSetTest {

  @TempDir private Path folder;

  private LoggedSet read(String text) throws IOException {
    return LoggedSet.read(Files.writeString(folder.resolve("log.csv"), text));
  }

  @Test
  void choices_are_read_as_they_stand() throws IOException {
    LoggedSet set = read("a,b,action,reward,more\n1,2.5,0,1,x\n-3,0,2,0.25,y\n");

    assertThat(set.name()).isEqualTo("log");
    assertThat(set.columns()).containsExactly("a", "b");
    assertThat(set.actions()).isEqualTo(3);
    assertThat(set.rows())
        .containsExactly(
            new LoggedSet.Choice(DoubleColumn.of(1, 2.5), 0, 1),
            new LoggedSet.Choice(DoubleColumn.of(-3, 0), 2, .25));
  }

  @ParameterizedTest
  @CsvSource({
    "'a,b\n1,2', 'must have numbers, then the columns action and reward, but had [a, b]'",
    "'action,reward\n1,1', 'must have numbers, then the columns action and reward'",
    "'a,action,reward\n1,.5,1', line 2 must have a whole action from 0 to 999 and a reward",
    "'a,action,reward\n1,-1,1', line 2 must have a whole action from 0 to 999 and a reward",
    "'a,action,reward\n1,1000,1', line 2 must have a whole action from 0 to 999 and a reward",
    "'a,action,reward\n1,0,1\n1,0,2', line 3 must have a whole action from 0 to 999 and a reward",
    "'a,action,reward\nq,0,1', line 2 must hold finite numbers but held q"
  })
  void what_is_wrong_is_named(String text, String rule) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("log.csv")
        .hasMessageContaining(rule);
  }
}
