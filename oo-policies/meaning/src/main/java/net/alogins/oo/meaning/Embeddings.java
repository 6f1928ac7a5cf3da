package net.alogins.oo.meaning;

import java.io.Serial;
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
   * @throws NotAsked if nobody was asked for them now
   * @throws Refused if the texts are, or may be, why there are none: asks for fewer are made
   * @throws Exception if there are none for any other reason; they will be asked for again
   */
  Vectors of(List<String> texts) throws Exception;

  /** Nobody was asked, such as while a model is left alone. */
  final class NotAsked extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    /** Because of {@code cause}. */
    public NotAsked(Throwable cause) {
      super("nobody was asked", cause);
    }
  }

  /** There are no directions of these texts, and may be of some of them. */
  final class Refused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    private final boolean isSure;

    private Refused(Throwable cause, boolean isSure) {
      super("no directions of these texts", cause);
      this.isSure = isSure;
    }

    /** The texts are why: one that is refused alone is left alone for an hour. */
    public static Refused surely(Throwable cause) {
      return new Refused(cause, true);
    }

    /** The texts may be why: one is left alone for an hour if others are answered meanwhile. */
    public static Refused perhaps(Throwable cause) {
      return new Refused(cause, false);
    }

    /** Whether the texts are why. */
    public boolean isSure() {
      return isSure;
    }
  }

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
