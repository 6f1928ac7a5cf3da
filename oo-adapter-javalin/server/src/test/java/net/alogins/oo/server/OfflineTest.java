package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.policy.Experience;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Policy;
import net.alogins.oo.policy.Ranking;
import net.alogins.oo.policy.RewardRange;
import net.alogins.oo.policy.SharedPolicy;
import net.alogins.oo.policy.Slate;
import net.alogins.oo.reaction.DeadLetter;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.server.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs for what no server uses. */
class OfflineTest {

  private static final UserId ME = new UserId("me");

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void name() {
    data = new DataDirectory(directory.resolve("data"));
  }

  private Outcome run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--data-dir", data.path().toString()))
            .toArray(String[]::new);
    return Terminal.run(all);
  }

  /** The last of some decisions by {@code policy}, each of which was answered. */
  private TipId decided(Policy<?> policy) {
    try (Kept kept = data.open();
        Recommender recommender =
            Recommender.from(CandidateSource.immediate(context -> chores()))
                .choosingWith(policy)
                .stores(kept.stores())
                .build()) {
      for (int i = 0; i < 5; i++) {
        recommender.react(ME, Reaction.done(recommender.tip(ME).tip().orElseThrow().id()));
      }
      return recommender.tip(ME).tip().orElseThrow().id();
    }
  }

  private static List<Candidate> chores() {
    return IntStream.range(0, 12)
        .mapToObj(i -> Candidate.of("chores", "" + i, "Chore " + i).minutes(5 * i + 5))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "state, 66 73 75 76",
    "rebuild, 65 66 73 75 76",
    "replay, --user 64 65 66 73 75 76 79"
  })
  void help_names_every_option_and_every_exit_code(String verb, String named) {
    Outcome outcome = Terminal.run(verb, "--help");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("--data-dir", "OO_DATA_DIR").contains(named.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "restore"})
  void help_of_a_copy_names_its_exit_codes(String verb) {
    assertThat(Terminal.run(verb, "--help").out()).contains("--data-dir", "FILE", "73", "76");
  }

  @Test
  void a_backup_of_a_running_server_restores_to_the_same_state() {
    decided(ServerModule.policy());
    String state = run("state").out();
    String file = directory.resolve("backup.db").toString();
    try (Kept running = data.open()) {
      assertThat(running.stores().log().read(0, 1)).hasSize(1);
      assertThat(run("backup", file)).isEqualTo(new Outcome(0, "", ""));
    }
    data = new DataDirectory(directory.resolve("elsewhere"));

    assertThat(run("restore", file)).isEqualTo(new Outcome(0, "", ""));
    assertThat(run("state")).isEqualTo(new Outcome(0, state, ""));
  }

  @Test
  void a_backup_overwrites_nothing_and_neither_does_restoring_it() {
    decided(ServerModule.policy());
    String file = directory.resolve("backup.db").toString();
    run("backup", file);

    assertThat(run("backup", file).exit()).isEqualTo(73);
    assertThat(run("backup", file).err()).contains(file + " must not exist yet");
    assertThat(run("restore", file).exit()).isEqualTo(73);
    assertThat(run("restore", file).err()).contains("oo.db must not exist yet");
  }

  @Test
  void there_must_be_something_to_back_up() {
    assertThat(run("backup", directory.resolve("backup.db").toString()).exit()).isEqualTo(66);
    assertThat(directory.resolve("backup.db")).doesNotExist();
  }

  @Test
  void another_database_has_tools_of_its_own() {
    Outcome outcome = run("backup", "backup.db", "--database", "jdbc:mysql://localhost/oo");

    assertThat(outcome.exit()).isEqualTo(64);
  }

  @Test
  void a_decision_made_again_is_identical() {
    TipId tip = decided(ServerModule.policy());

    Outcome outcome = run("replay", tip.toString());

    assertThat(outcome).isEqualTo(new Outcome(0, "identical" + System.lineSeparator(), ""));
  }

  @Test
  void a_decision_of_another_policy_of_that_name_is_different_and_says_where() {
    TipId tip = decided(new Impostor<>(Policies.uniform()));

    Outcome outcome = run("replay", tip.toString());

    assertThat(outcome.exit()).isEqualTo(65);
    assertThat(outcome.out()).startsWith("different: ").contains(" came out as ");
  }

  @Test
  void a_decision_of_another_policy_is_not_reexecutable_and_says_why() {
    Outcome outcome = run("replay", decided(Policies.uniform()).toString());

    assertThat(outcome.exit()).isEqualTo(79);
    assertThat(outcome.out()).startsWith("not re-executable: ").contains("uniform");
  }

  @Test
  void a_decision_that_is_not_there_is_named() {
    TipId tip = decided(ServerModule.policy());

    Outcome unknown = run("replay", "00000000000000000000000000000000");
    Outcome foreign = run("replay", tip.toString(), "--user", "somebody");

    assertThat(unknown.exit()).isEqualTo(66);
    assertThat(unknown.err()).contains("00000000000000000000000000000000", "me");
    assertThat(foreign.exit()).isEqualTo(66);
    assertThat(foreign.err()).contains(tip.toString(), "somebody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "g0000000000000000000000000000000"})
  void a_tip_that_is_none_is_wrong_usage(String tip) {
    Outcome outcome = run("replay", tip);

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("32 hexadecimal digits");
  }

  @Test
  void replay_needs_a_tip() {
    Outcome outcome = run("replay");

    assertThat(outcome.exit()).isEqualTo(64);
    assertThat(outcome.err()).contains("TIP").contains("./oo replay --help");
  }

  @Test
  void a_rebuilt_state_is_the_state() {
    decided(ServerModule.policy());
    String state = run("state").out();
    String hash =
        state
            .lines()
            .filter(line -> line.startsWith("state "))
            .findFirst()
            .orElseThrow()
            .substring(6);

    Outcome outcome = run("rebuild");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isEqualTo("before " + hash + System.lineSeparator() + state);
    assertThat(run("state").out()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "rebuild", "replay 00000000000000000000000000000000"})
  void what_a_server_uses_is_left_alone(String verb) {
    try (Kept first = data.open()) {
      Outcome outcome = run(verb.split(" ", -1));

      assertThat(outcome.exit()).isEqualTo(75);
      assertThat(first.stores().log().read(0, 1)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "rebuild", "replay 00000000000000000000000000000000"})
  void what_is_not_there_is_not_made(String verb) {
    Outcome outcome = run(verb.split(" ", -1));

    assertThat(outcome.exit()).isEqualTo(66);
    assertThat(data.path()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"false, ''", "true, ', tried again'"})
  void what_could_not_be_learned_is_a_line_with_its_cause(boolean redriven, String more) {
    TipId tip = new TipId(1, 2);
    DeadLetter letter = new DeadLetter(12, ME, tip, Instant.EPOCH, "not finite", redriven);

    assertThat(State.line(letter))
        .isEqualTo("deadLetter row 12 tip " + tip + " of me" + more + ": not finite");
  }

  /** A policy that goes by the name of the server's. */
  private record Impostor<S>(SharedPolicy<S> self) implements SharedPolicy<S> {

    @Override
    public String name() {
      return ServerModule.policy().name();
    }

    @Override
    public S initial(FeatureSchema schema, RewardRange range) {
      return self.initial(schema, range);
    }

    @Override
    public Ranking rank(S state, Slate slate, RandomGenerator random) {
      return self.rank(state, slate, random);
    }

    @Override
    public S learn(S state, List<Experience> batch) {
      return self.learn(state, batch);
    }

    @Override
    public void write(S state, DataOutput out) throws IOException {
      self.write(state, out);
    }

    @Override
    public S read(FeatureSchema schema, RewardRange range, DataInput in) throws IOException {
      return self.read(schema, range, in);
    }
  }
}
