package net.alogins.oo.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.UserId;
import net.alogins.oo.llm.Draft;
import net.alogins.oo.llm.Earned;
import net.alogins.oo.llm.PromptEarnings;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.reaction.RewardRule;
import net.alogins.oo.todotxt.TodoTxt;

/** What can be said of prompts from what a server that does not run has kept. */
record PromptDesk(Kept kept) {

  private static final int PAGE = 1_000;

  /** The connectors, as the server asks them. */
  private static final List<String> ORDER = List.of("todoist", "github", "caldav", "webhook");

  /** What each prompt has earned, and by how much more than the one that earned least. */
  void printEarned(PrintWriter out) {
    PromptEarnings earnings = earnings();
    List<Earned> all = new ArrayList<>(earnings.report());
    all.sort(Comparator.comparingDouble(Earned::mean));
    all.forEach(one -> out.println(line(one)));
    all.stream()
        .skip(1)
        .map(more -> earnings.difference(more.version(), all.get(0).version()))
        .forEach(difference -> out.println(line(difference)));
  }

  private static String line(Earned earned) {
    return "%s: %d decisions, reward %.3f (%.3f to %.3f)"
        .formatted(
            earned.version(), earned.decisions(), earned.mean(), earned.lower(), earned.upper());
  }

  private PromptEarnings earnings() {
    return PromptEarnings.in(kept.stores().log(), RewardRule.standard());
  }

  /** What would be sent of {@code user} now, which is nothing if they do not allow it. */
  void printDrafts(Suggestions.Asked by, UserId user, List<Path> files, PrintWriter out)
      throws InterruptedException {
    Optional<Context> context = context(user);
    if (context.filter(now -> now.consents().allow(Purpose.LLM)).isEmpty()) {
      out.println("nothing: " + user.value() + " does not allow it");
      return;
    }
    List<Candidate> tasks = tasks(context.get(), files);
    Draft.of(Writer.models(by), Writer.prompts(by), earnings(), context.get(), tasks)
        .forEach(draft -> print(draft, out));
  }

  private static void print(Draft draft, PrintWriter out) {
    out.printf("%s (%s)%n", draft.arm().version(), draft.arm().propensity());
    out.println("POST " + draft.url());
    out.println(draft.body());
  }

  private List<Candidate> tasks(Context context, List<Path> files) throws InterruptedException {
    Clock clock = Clock.system(ZoneId.systemDefault());
    List<Candidate> tasks = new ArrayList<>(TodoTxt.of(files, clock).candidates(context));
    kept.connections().open(context.user()).stream()
        .sorted(Comparator.comparingInt(task -> ORDER.indexOf(task.id().source())))
        .forEach(tasks::add);
    return tasks;
  }

  /**
   * What is known of {@code user} now: a recommender over a copy of their rows is asked, so that
   * nothing is written here.
   */
  private Optional<Context> context(UserId user) {
    List<Context> seen = new ArrayList<>();
    CandidateSource looking =
        CandidateSource.immediate(
            context -> {
              seen.add(context);
              return List.of();
            });
    try (Recommender copy =
        Recommender.from(looking).choosingWith(ServerModule.policy()).stores(copy(user)).build()) {
      copy.tip(user);
    }
    return seen.stream().findFirst();
  }

  private Stores copy(UserId user) {
    Stores copy = Stores.inMemory();
    EventLog log = kept.stores().log();
    List<Recorded> page = log.read(user, 0, PAGE);
    while (!page.isEmpty()) {
      copy.log().append(page.stream().map(Recorded::event).toList());
      page = log.read(user, page.get(page.size() - 1).seq(), PAGE);
    }
    kept.stores().profiles().find(user).ifPresent(own -> copy.profiles().save(user, own));
    return copy;
  }
}
