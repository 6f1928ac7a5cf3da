package net.alogins.oo.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.javalin.OoPlugin;
import net.alogins.oo.javalin.UserResolver;
import net.alogins.oo.policy.Features;
import picocli.CommandLine.Option;

/** Suggestions of a language model beside people's tasks, if there is one. */
final class Suggestions implements AutoCloseable {

  /** Where the page hears whether there is a model, and where. */
  static final String OFFER = "/suggestions";

  /** The variable of what lets us in where the models are. */
  static final String KEY = "OO_LLM_KEY";

  private static final String USUAL = "http://localhost:4000/v1/";

  @Option(
      names = "--llm",
      paramLabel = "URL",
      description = {
        "Has a language model suggest tips to those who allow it: URL is OpenAI-compatible, such as",
        "http://localhost:11434/v1 of Ollama (OO_LLM). OO_LLM_KEY has its key, if it needs one."
      })
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--llm-model",
      paramLabel = "ALIAS",
      defaultValue = "tip-generator",
      description = "What the model is called there (OO_LLM_MODEL; tip-generator).")
  private String model = "tip-generator";

  @Option(
      names = "--llm-embedder",
      paramLabel = "ALIAS",
      defaultValue = "",
      description = {
        "What a model is called there that says what texts mean (OO_LLM_EMBEDDER): no suggestion repeats",
        "a task in other words, and what titles mean is looked at when a tip is chosen. What was learned",
        "without is not known with it, nor the other way."
      })
  private String embedder = "";

  @Option(
      names = "--llm-prompts",
      paramLabel = "FOLDER",
      description = "Has it asked by the prompts *.md there, not by ours (OO_LLM_PROMPTS).")
  private Optional<Path> prompts = Optional.empty();

  @Option(
      names = "--llm-calls",
      paramLabel = "N",
      defaultValue = "100",
      description = "Asks it at most N times a day for each person (OO_LLM_CALLS; 100).")
  private int calls = 100;

  private volatile Optional<Writer> writer = Optional.empty();
  private volatile Optional<Reader> reader = Optional.empty();

  /**
   * What a model is asked by.
   *
   * @param url where it is
   * @param key what lets us in there, or empty text
   * @param model what it is called there
   * @param embedder what another one is called there, or empty text
   * @param prompts where other prompts are
   * @param calls how often a day it is asked for each person at the most
   */
  record Asked(
      String url, String key, String model, String embedder, Optional<Path> prompts, int calls) {

    @Override
    public String toString() {
      return model + " at " + url;
    }
  }

  private Asked asked(String at) {
    String key = System.getenv().getOrDefault(KEY, "");
    return new Asked(at, key, model, embedder, prompts, calls);
  }

  /** How the model is asked, or would be if it was where LiteLLM usually is. */
  Asked orUsual() {
    return asked(url.orElse(USUAL));
  }

  /** All that there is to choose from beside {@code first}: {@code others}, and suggestions. */
  List<CandidateSource> with(CandidateSource first, List<CandidateSource> others, Kept kept) {
    List<CandidateSource> all = new ArrayList<>(others);
    List<CandidateSource> tasks = new ArrayList<>(List.of(first));
    tasks.addAll(others);
    writer = url.map(at -> writer(asked(at), tasks, kept));
    writer.map(Writer::source).ifPresent(all::add);
    return all;
  }

  private static Writer writer(Asked by, List<CandidateSource> tasks, Kept kept) {
    return opened(() -> Writer.open(by, tasks, kept));
  }

  /** {@code others}, and what titles mean, where there is an embedder. */
  Features features(Features others, Place place, Kept kept) {
    if (embedder.isEmpty()) {
      return others;
    }
    Asked by =
        asked(url.orElseThrow(() -> new Refusal(Exit.USAGE, "llm-embedder must come with --llm")));
    place.directory().create();
    byte[] key = new NatsKey(place.directory().path().resolve(Reader.KEY)).bytes();
    Reader opened = opened(() -> Reader.open(by, key, kept));
    reader = Optional.of(opened);
    return opened.features(others);
  }

  private static <T> T opened(Supplier<T> opening) {
    try {
      return opening.get();
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(Exit.USAGE, "llm: " + wrong.getMessage(), wrong);
    } catch (NoClassDefFoundError absent) {
      throw new Refusal(Exit.USAGE, "llm: oo-llm must be on the class path", absent);
    }
  }

  /** From now on it is looked up there whether somebody allows it. */
  void follow(Recommender recommender) {
    writer.ifPresent(by -> by.follow(recommender));
    reader.ifPresent(by -> by.follow(recommender));
  }

  /** Tells those who are let in whether there is a model, and where. */
  void mount(RoutesConfig routes, UserResolver users) {
    routes.get(OFFER, request -> offer(request, users.user(request).isPresent()));
  }

  private void offer(Context request, boolean isKnown) {
    String at = isKnown ? url.map(URI::create).map(URI::getAuthority).orElse("") : "";
    request
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(at.isEmpty() ? "{}" : "{\"model\":\"%s\",\"at\":\"%s\"}".formatted(model, at));
  }

  /** What happens with it is among the metrics. */
  void tell(OoPlugin plugin) {
    writer.ifPresent(by -> by.families().forEach(plugin::family));
    reader.ifPresent(by -> by.families().forEach(plugin::family));
  }

  @Override
  public void close() {
    writer.ifPresent(Writer::close);
    reader.ifPresent(Reader::close);
  }
}
