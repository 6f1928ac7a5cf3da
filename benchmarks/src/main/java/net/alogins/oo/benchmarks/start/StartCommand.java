package net.alogins.oo.benchmarks.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.alogins.oo.Recommender;
import net.alogins.oo.benchmarks.Scratch;
import net.alogins.oo.benchmarks.Sorted;
import net.alogins.oo.policies.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./oo bench start}. */
@Command(
    name = "start",
    description = {
      "How soon there is a tip, each in a new process: to build the first recommender, its first tip,",
      "and from ./oo serve, built and rehearsed, to the answer to its first request. Then whether",
      "10,000 people can ask and answer, on SQLite in a heap of 128 MiB. Prints medians and the worst",
      "over the rounds, in milliseconds. The last line is JSON."
    })
public final class StartCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVER = "net.alogins.oo.server.Main";
  private static final String GREETING = "oO is at ";
  private static final String SMALL = "-Xmx128m";
  private static final double NANOS_PER_MILLI = 1e6;

  /** Those of {@code ./oo serve}. */
  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          SMALL);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rounds", description = "how often: 5 by default")
  private int rounds = 5;

  @Option(names = "--people", description = "how many in the small heap: 10,000 by default")
  private int people = 10_000;

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public Integer call() throws IOException, InterruptedException {
    serverMillis();
    List<Double> build = new ArrayList<>();
    List<Double> tip = new ArrayList<>();
    List<Double> server = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String[] said = said(java(alone(), FirstTip.class.getName())).split(" ", -1);
      build.add(Double.parseDouble(said[0]));
      tip.add(Double.parseDouble(said[1]));
      server.add(serverMillis());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", "start");
    json.put("jdk", Runtime.version().feature());
    json.put("build", told("to build the first recommender", build));
    json.put("tip", told("its first tip", tip));
    json.put("server", told("from the server's start to its first tip", server));
    json.put("learned", learnedInSmallHeap());
    out().println(JSON.writeValueAsString(json));
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private Map<String, Double> told(String what, List<Double> millis) {
    Sorted sorted = Sorted.of(millis);
    double worst = sorted.percentile(1);
    out()
        .println(
            String.format(
                Locale.ROOT, "%s: %.0f ms, at worst %.0f ms", what, sorted.median(), worst));
    return Map.of("median", sorted.median(), "worst", worst);
  }

  private static ProcessBuilder java(String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(Redirect.DISCARD);
  }

  /** As {@code ./oo} starts it, or from the class path where that is not there to do so. */
  private static ProcessBuilder server(String... arguments) {
    String oo = System.getProperty("oo.command");
    if (oo == null) {
      return java(System.getProperty("java.class.path"), SERVER, arguments);
    }
    ProcessBuilder command =
        new ProcessBuilder(new ArrayList<>(List.of(oo))).redirectError(Redirect.DISCARD);
    command.command().addAll(List.of(arguments));
    command.environment().put("JAVA_OPTS", SMALL);
    return command;
  }

  /** The library, its policies and these benchmarks: what else an application has is its own. */
  private static String alone() {
    return Stream.of(FirstTip.class, Policies.class, Recommender.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The last line that a process says, which must end well. */
  private static String said(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.command() + " must end well");
    }
    return said.strip();
  }

  private double serverMillis() throws IOException, InterruptedException {
    try (Scratch scratch = new Scratch()) {
      Path tasks = Files.writeString(scratch.path("tasks.txt"), "Water the plants\n");
      ProcessBuilder command =
          server(
              "serve",
              "--port",
              "0",
              "--tasks",
              tasks.toString(),
              "--data-dir",
              scratch.path("data").toString());
      long begin = System.nanoTime();
      Process process = command.start();
      try {
        ask(process);
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
      } finally {
        process.destroy();
        process.waitFor();
      }
    }
  }

  private void ask(Process server) throws IOException, InterruptedException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    String greeting = out.readLine();
    if (greeting == null || !greeting.startsWith(GREETING)) {
      throw new IOException("the server must say where it is but said " + greeting);
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(greeting.substring(GREETING.length())).resolve("/v1/tips"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("the first tip must be a new one but was " + answer.statusCode());
    }
  }

  private long learnedInSmallHeap() throws IOException, InterruptedException {
    try (Scratch scratch = new Scratch()) {
      String file = scratch.path("oo.db").toString();
      String everything = System.getProperty("java.class.path");
      long learned =
          Long.parseLong(
              said(java(everything, Town.class.getName(), file, Integer.toString(people))));
      out().println(people + " people in " + SMALL + ": " + learned + " reactions learned");
      return learned;
    }
  }
}
