package net.alogins.oo.meaning;

import java.util.List;

/**
 * What says what texts mean, as directions of a space. It is asked by one thread at a time, behind
 * the question, and may take as long as it bounds itself to.
 */
public interface Embeddings {

  /** What it is called: another name is another space, and another schema. */
  String name();

  /**
   * What is told of a title, and no more; empty text if nothing is. It is the text that a direction
   * is kept for.
   */
  default String text(String title) {
    return title;
  }

  /**
   * The directions of {@code texts}, all of one person, in their order.
   *
   * @throws Exception if there are none; they will be asked for again
   */
  Vectors of(List<String> texts) throws Exception;

  /**
   * Directions, as they were answered: they may have any flaw.
   *
   * @param model what says that it has answered, 1 to 128 characters
   * @param vectors one for each text
   */
  record Vectors(String model, List<float[]> vectors) {

    public Vectors {
      model = Columns.requireWord("model", model);
      vectors = List.copyOf(vectors);
    }
  }
}
