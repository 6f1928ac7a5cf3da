package net.alogins.oo.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Says what texts mean by their letters, unless it is told to say something else. */
final class Dictionary implements Embeddings {

  static final String ALIAS = "embedder";

  final List<List<String>> asked = new ArrayList<>();
  final Map<String, float[]> special = new HashMap<>();
  String model = "letters";
  boolean isAway;

  /** What happens while it is asked. */
  Runnable meanwhile = () -> {};

  /** What it refuses, by itself or among others, and how. */
  final Map<String, Supplier<Exception>> refused = new HashMap<>();

  /** A direction that depends on {@code text} and {@code model} alone. */
  static float[] direction(String model, String text, int dimension) {
    Random random = new Random((model + text).hashCode());
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  @Override
  public String name() {
    return ALIAS;
  }

  @Override
  public String text(String title) {
    return title.toLowerCase(Locale.ROOT).strip();
  }

  @Override
  public Vectors of(List<String> texts) throws Exception {
    asked.add(List.copyOf(texts));
    if (isAway) {
      throw new java.io.IOException("away");
    }
    Optional<Supplier<Exception>> why =
        texts.stream().filter(refused::containsKey).map(refused::get).findFirst();
    if (why.isPresent()) {
      throw why.get().get();
    }
    meanwhile.run();
    return new Vectors(
        model,
        texts.stream()
            .map(text -> special.getOrDefault(text, direction(model, text, 64)))
            .toList());
  }
}
