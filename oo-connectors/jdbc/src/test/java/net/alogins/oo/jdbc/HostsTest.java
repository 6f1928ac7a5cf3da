package net.alogins.oo.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Reacted;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.event.Withdrawn;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.reaction.Completion;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import net.alogins.oo.reaction.SideEffect;
import net.alogins.oo.testkit.ScriptedPolicy;
import net.alogins.oo.tip.Tip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Several recommenders with stores of their own on one PostgreSQL, as on several machines. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HostsTest {

  private static final int HOSTS = 3;
  private static final int PEOPLE = 3;
  private static final int ROUNDS = 60;
  private static final int CHORES = 300;

  private final List<PostgresStores> stores = new ArrayList<>();
  private final List<Recommender> hosts = new ArrayList<>();
  private final List<TipId> completed = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private PostgresOpened opened;

  @BeforeEach
  void open() throws SQLException {
    opened = new PostgresOpened();
    for (int i = 0; i < HOSTS; i++) {
      stores.add(opened.another());
      hosts.add(host(i));
    }
  }

  /** Each begins with another task, so that two decisions are two tips. */
  private Recommender host(int number) {
    List<Candidate> chores =
        IntStream.range(0, CHORES)
            .map(i -> (i + number * CHORES / HOSTS) % CHORES)
            .mapToObj(i -> Candidate.of("chores", "" + i, "Do " + i))
            .toList();
    return Recommender.from(CandidateSource.immediate(context -> chores))
        .choosingWith(ScriptedPolicy.scoring(Map.of()))
        .stores(stores.get(number).stores())
        .snapshotEvery(50)
        .effect(new Noting(completed))
        .build();
  }

  private record Noting(List<TipId> completed) implements SideEffect {

    @Override
    public String name() {
      return "noting";
    }

    @Override
    public void completed(Completion completion) {
      completed.add(completion.tip());
    }

    @Override
    public void reopened(Completion completion) {}
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    hosts.forEach(Recommender::close);
    stores.forEach(PostgresStores::close);
    opened.close();
  }

  private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    List<T> all = new ArrayList<>();
    for (Future<T> done : threads.invokeAll(work)) {
      all.add(done.get());
    }
    return all;
  }

  private List<Callable<Tip>> questions(UserId user) {
    return hosts.stream().<Callable<Tip>>map(h -> () -> h.tip(user).tip().orElseThrow()).toList();
  }

  @Test
  void whichever_host_is_asked_there_is_one_tip_for_a_person() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(atOnce(questions(new UserId("person " + round))))
          .extracting(Tip::id)
          .hasSize(3)
          .as("round %d", round)
          .containsOnly(open("person " + round));
    }
  }

  private TipId open(String user) {
    return hosts.get(0).open(new UserId(user)).tip().orElseThrow().id();
  }

  @Test
  void an_answer_is_taken_by_another_host_than_the_one_that_asked() {
    UserId ada = new UserId("ada");
    for (int round = 0; round < ROUNDS; round++) {
      TipId tip = hosts.get(round % HOSTS).tip(ada).tip().orElseThrow().id();
      assertThat(hosts.get((round + 1) % HOSTS).react(ada, Reaction.dismiss(tip)))
          .isEqualTo(Receipt.RECORDED);
    }
  }

  @Test
  void consent_taken_back_on_one_host_holds_on_the_others() {
    UserId ada = new UserId("ada");
    hosts.get(0).tip(ada);
    hosts.get(1).profiles().consent(ada, Consents.none());

    await().untilAsserted(() -> assertThat(hosts.get(2).tip(ada).tip()).isEmpty());
  }

  @Test
  void whoever_asks_and_answers_where_the_hosts_stay_the_same() throws Exception {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < 2 * HOSTS; i++) {
      SplittableRandom random = new SplittableRandom(i);
      writers.add(() -> write(random));
    }
    int reactions = atOnce(writers).stream().mapToInt(Integer::intValue).sum();

    List<Recorded> log = opened.stores().log().read(0, Integer.MAX_VALUE);
    await()
        .untilAsserted(
            () ->
                assertThat(hosts).extracting(host -> host.status().seq()).containsOnly(last(log)));
    assertThat(hosts.stream().map(host -> host.status().stateHash()).distinct()).hasSize(1);
    assertThat(Recorded.events(Reacted.class, log).count()).isEqualTo(reactions);
    assertThat(hosts.get(0).status().counters().get("reactions.recorded")).isEqualTo(reactions);
    requireOneAtATime(log);
    List<TipId> done =
        Recorded.events(Reacted.class, log)
            .filter(reacted -> reacted.kind() == Reacted.Kind.DONE)
            .map(Reacted::tip)
            .toList();
    await().untilAsserted(() -> assertThat(completed).hasSameSizeAs(done));
    assertThat(completed).isEqualTo(done);
  }

  private static long last(List<Recorded> log) {
    return log.get(log.size() - 1).seq();
  }

  private int write(SplittableRandom random) {
    int recorded = 0;
    for (int i = 0; i < ROUNDS; i++) {
      UserId user = new UserId("person " + random.nextInt(PEOPLE));
      TipId tip = hosts.get(random.nextInt(HOSTS)).tip(user).tip().orElseThrow().id();
      Reaction reaction = random.nextBoolean() ? Reaction.done(tip) : Reaction.dismiss(tip);
      Receipt receipt = hosts.get(random.nextInt(HOSTS)).react(user, reaction);
      assertThat(receipt).isIn(Receipt.RECORDED, Receipt.REPEATED);
      recorded += receipt == Receipt.RECORDED ? 1 : 0;
    }
    return recorded;
  }

  /** No decision while another one of the same person was neither answered nor taken back. */
  private static void requireOneAtATime(List<Recorded> log) {
    Map<UserId, TipId> open = new HashMap<>();
    for (Recorded row : log) {
      if (row.event() instanceof Decided decided) {
        assertThat(open.put(decided.user(), decided.tip())).as("row %d", row.seq()).isNull();
      } else if (row.event() instanceof Reacted || row.event() instanceof Withdrawn) {
        open.remove(row.event().user(), row.event().about().orElseThrow());
      }
    }
  }
}
