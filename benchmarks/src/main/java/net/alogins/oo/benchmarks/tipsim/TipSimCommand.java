package net.alogins.oo.benchmarks.tipsim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import net.alogins.oo.benchmarks.Seeds;
import net.alogins.oo.policies.simulation.Result;
import net.alogins.oo.policies.simulation.Scenario;
import net.alogins.oo.policies.simulation.TipSim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./oo bench tipsim}. */
@Command(
    name = "tipsim",
    description = {
      "Plays a synthetic world of people and chores, and prints what each policy came to:",
      "closed loop: 0 what chance earns, 1 what one who knows everything earns, each in its own world;",
      "same place: the same, place by place in the policy's own world.",
      "The last line is JSON."
    })
public final class TipSimCommand implements Callable<Integer> {

  private static final List<Contender> USUAL =
      List.of(Contender.STANDARD, Contender.TWO_STAGE, Contender.PRIORITY_RULE);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      paramLabel = "FROM-TO",
      converter = Seeds.Reading.class,
      description = "the worlds; 1-5 by default")
  private Seeds seeds = Seeds.ofFirst(5);

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      split = ",",
      description = "static, delay, delay+shift+walk, delay+join, alone; all by default")
  private List<String> scenarios = Scenario.all().stream().map(Scenario::name).toList();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      split = ",",
      description =
          "two-stage, priority-rule, chance, oracle, or a policy by its name, as in quality, with"
              + " -habits behind it if it is to see those;"
              + " by default standard, two-stage and priority-rule")
  private List<String> policies = USUAL.stream().map(Contender::name).toList();

  @Override
  public Integer call() throws JsonProcessingException {
    Set<Contender> contenders = new LinkedHashSet<>();
    policies.forEach(name -> contenders.add(contender(name)));
    List<Scenario> worlds = scenarios.stream().map(this::scenario).toList();
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> json = new LinkedHashMap<>();
    for (Scenario world : worlds) {
      Map<Contender, List<Result>> played = play(world, contenders);
      Table table = new Table(world, played);
      out.println(table.text());
      out.flush();
      json.put(world.name(), table.json());
    }
    out.println(
        JSON.writeValueAsString(
            Map.of("benchmark", "tipsim", "seeds", seeds.all(), "scenarios", json)));
    return 0;
  }

  private Contender contender(String name) {
    try {
      return Contender.named(name);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(
          spec.commandLine(),
          "--policy must be two-stage, priority-rule, chance or oracle, or: "
              + unknown.getMessage());
    }
  }

  private Scenario scenario(String name) {
    return Scenario.all().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> wrong("--scenario", Scenario.all().stream().map(Scenario::name).toList(), name));
  }

  private ParameterException wrong(String option, List<String> known, String name) {
    return new ParameterException(
        spec.commandLine(),
        option + " must be one of " + String.join(", ", known) + " but was " + name);
  }

  /** What each came to in each seed, in the order of the seeds. */
  private Map<Contender, List<Result>> play(Scenario world, Set<Contender> contenders) {
    Set<Contender> all = new LinkedHashSet<>(contenders);
    all.add(Contender.CHANCE);
    all.add(Contender.ORACLE);
    Map<Contender, List<Result>> played = new LinkedHashMap<>();
    for (Contender contender : all) {
      played.put(
          contender,
          seeds.all().parallelStream()
              .map(seed -> contender.game().play(new TipSim(world, seed), seed))
              .toList());
    }
    return played;
  }
}
