package net.alogins.oo.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The prompts that are live: one, or several that are chosen between.
 *
 * @param live 1 to 8 of different versions
 */
public record Prompts(List<Prompt> live) {

  private static final int MOST = 8;
  private static final long LONGEST_FILE = 65_536;
  private static final String ENDING = ".md";

  /** The versions that come with this module. */
  public static final Set<String> BUILT_IN = Set.of("first-step-1", "beside-1");

  public Prompts {
    live = List.copyOf(live);
    if (live.isEmpty() || live.size() > MOST) {
      throw new IllegalArgumentException(
          "prompts must be 1 to " + MOST + " but are " + live.size());
    }
    if (live.stream().map(Prompt::version).distinct().count() < live.size()) {
      throw new IllegalArgumentException("prompts must be of different versions");
    }
  }

  /** The one that asks for a small first step. */
  public static Prompts standard() {
    return builtIn(List.of("first-step-1"));
  }

  /**
   * Some of those that come with this module.
   *
   * @throws IllegalArgumentException if there is none of a name
   */
  public static Prompts builtIn(List<String> versions) {
    return new Prompts(versions.stream().map(Prompts::builtIn).toList());
  }

  private static Prompt builtIn(String version) {
    if (!BUILT_IN.contains(version)) {
      throw new IllegalArgumentException(
          "prompt '" + version + "' must be one of " + BUILT_IN.stream().sorted().toList());
    }
    return Prompt.parse(version, Resource.text("prompts/" + version + ENDING));
  }

  /**
   * All Markdown files of a folder.
   *
   * @throws IllegalArgumentException naming the file and the rule that it breaks
   */
  public static Prompts in(Path folder) {
    List<Prompt> prompts = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      prompts.add(Prompt.parse(name.substring(0, name.length() - ENDING.length()), text(file)));
    }
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException("prompt folder " + folder + " must have files *.md");
    }
    return new Prompts(prompts);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "prompt folder " + folder + " must be readable", unreadable);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw new IllegalArgumentException("prompt file " + file + " must be of at most 64 KiB");
      }
      return Files.readString(file);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new IllegalArgumentException(
          "prompt file " + file + " must be readable UTF-8", unreadable);
    }
  }

  /** The live prompt of {@code version}. */
  Prompt version(String version) {
    return live.stream()
        .filter(prompt -> prompt.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("prompt " + version + " must be live"));
  }
}
