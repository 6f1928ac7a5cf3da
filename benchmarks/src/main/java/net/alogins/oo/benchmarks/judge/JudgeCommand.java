package net.alogins.oo.benchmarks.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.NamedPolicy;
import net.alogins.oo.benchmarks.tipsim.Lived;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.jdbc.StoreException;
import net.alogins.oo.llm.Inquiry;
import net.alogins.oo.llm.Models;
import net.alogins.oo.policies.simulation.Scenario;
import net.alogins.oo.reaction.RewardRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./oo bench judge}. */
@Command(
    name = "judge",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Asks a language model how likely each of some tips was to be done, and prints in",
      "how far it agrees with what became of them, beside a constant and the policy's",
      "own score, with intervals. Of a log nothing is sent of people who do not allow it.",
      "OO_LLM_KEY is the model's key. In a simulation, where nobody is real, Anthropic is",
      "asked when the model has no answer and ANTHROPIC_API_KEY is there. The last line",
      "is JSON."
    })
public final class JudgeCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "OO_LLM_KEY";
  private static final TenantId SERVER = new TenantId("home");

  private final Cloud cloud;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Of of = new Of();

  /** Whose tips. */
  static final class Of {

    @Option(
        names = "--data-dir",
        paramLabel = "DIR",
        description = "those of a server that does not run")
    private Optional<Path> data = Optional.empty();

    @Option(
        names = "--scenario",
        paramLabel = "NAME",
        description = "those of a simulation: static, delay, delay+shift+walk, delay+join, alone")
    private Optional<String> scenario = Optional.empty();
  }

  @Option(
      names = "--llm",
      paramLabel = "URL",
      required = true,
      description = "the OpenAI-compatible address of the model")
  private URI llm = URI.create("http://localhost/");

  @Option(
      names = "--judge-model",
      paramLabel = "ALIAS",
      description = "the model or its alias there; judge by default")
  private String alias = "judge";

  @Option(names = "--sample", paramLabel = "N", description = "how many tips; 200 by default")
  private int sample = 200;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "chooses the tips, and the world of a simulation; 1 by default")
  private int seed = 1;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      converter = NamedPolicy.Reading.class,
      description = "who chooses in a simulation; standard by default")
  private NamedPolicy policy = NamedPolicy.of("standard");

  @Option(
      names = "--longest",
      paramLabel = "SECONDS",
      description = "how long a call may take; 30 by default")
  private int longest = 30;

  @Option(
      names = "--cloud-model",
      paramLabel = "NAME",
      description = "Anthropic's model, of a simulation; claude-haiku-4-5 by default")
  private String cloudModel = "claude-haiku-4-5";

  /** Made by picocli. */
  public JudgeCommand() {
    this(Cloud.ofEnvironment());
  }

  JudgeCommand(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    require("--sample", sample, 1, 1_000_000);
    require("--longest", longest, 1, 300);
    return of.data.isPresent() ? ofServer(of.data.get()) : ofSimulation(scenario());
  }

  private void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong(option + " must be " + least + " to " + most + " but was " + value);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Scenario scenario() {
    String name = of.scenario.orElse("");
    return Scenario.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "--scenario must be one of "
                        + String.join(", ", Scenario.all().stream().map(Scenario::name).toList())
                        + " but was "
                        + name));
  }

  /** People are real: they are asked what they allow, and nobody else is told than they said. */
  private int ofServer(Path data) throws JsonProcessingException {
    Path file = data.resolve("oo.db");
    if (!Files.isRegularFile(file)) {
      throw wrong("--data-dir must hold oo.db but was " + data);
    }
    Judge judge = new Judge(Judge.PROMPT, local(), Optional.empty());
    try (SqliteStores kept = SqliteStores.open(file, SERVER)) {
      Stores stores = kept.stores();
      Hindsight hindsight = new Hindsight(stores, ZoneId.systemDefault());
      Hearing hearing = new Hearing(hindsight, new Allowing(stores.log()), judge);
      return print(hearing, Ended.in(stores.log(), RewardRule.standard()));
    } catch (StoreException unusable) {
      spec.commandLine().getErr().println("oo: --data-dir " + data + ": " + unusable.getMessage());
      return 1;
    }
  }

  /** Nobody is real. */
  private int ofSimulation(Scenario scenario) throws JsonProcessingException {
    Judge judge = new Judge(Judge.PROMPT, local(), other());
    Lived life = Lived.with(policy, scenario, seed);
    Hindsight hindsight = new Hindsight(life.stores(), ZoneOffset.UTC);
    Hearing hearing = new Hearing(hindsight, user -> true, judge);
    return print(hearing, Ended.in(life.stores().log(), life.rule()));
  }

  private Optional<Inquiry> other() {
    return usable(() -> cloud.inquiry(cloudModel, Judge.FORM, Duration.ofSeconds(longest)));
  }

  private Inquiry local() {
    String key = Map.copyOf(System.getenv()).getOrDefault(KEY, "");
    return usable(
        () -> {
          Models models = Models.at(llm).key(key).generator(alias);
          return Inquiry.of(models, Judge.FORM, Duration.ofSeconds(longest));
        });
  }

  private <T> T usable(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refused) {
      throw wrong(String.valueOf(refused.getMessage()));
    }
  }

  private int print(Hearing hearing, List<Ended> all) throws JsonProcessingException {
    Report report = new Report(hearing.of(all, sample, seed));
    PrintWriter out = spec.commandLine().getOut();
    report.print(out);
    out.println(JSON.writeValueAsString(report.json()));
    out.flush();
    return 0;
  }
}
