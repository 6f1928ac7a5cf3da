package net.alogins.oo.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of all modules, and which of their connectors are held to the contract: those that a
 * test which extends it names, or that a stand-in which such a test names does.
 *
 * @param sources the Java files
 */
record Reactor(List<Source> sources) {

  private static final Pattern CONNECTOR =
      Pattern.compile("\\b(?:class|record|enum) (\\w+)[^{;]*\\bimplements [^{;]*\\bConnector\\b");
  private static final Pattern CONTRACT = Pattern.compile("\\bextends ConnectorContract\\b");
  private static final Pattern STAND_IN =
      Pattern.compile("\\bclass (\\w+)[^{;]*\\bimplements [^{;]*\\bOtherSystem\\b");
  private static final List<String> NOT_SOURCES = List.of("target", "node_modules", ".git");

  /** One file. */
  record Source(Path file, String text) {

    boolean isTest() {
      return file.toString().contains("src/test/");
    }

    /** What tests use is for tests. */
    boolean isForTests() {
      return isTest() || file.toString().contains("testkit/");
    }

    boolean names(String type) {
      return Pattern.compile("\\b" + type + "\\b").matcher(text).find();
    }

    boolean has(Pattern pattern) {
      return pattern.matcher(text).find();
    }

    List<String> types(Pattern pattern) {
      return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    String module() {
      Matcher matcher = Pattern.compile("(.*)/src/(main|test)/.*").matcher(file.toString());
      return matcher.matches() ? matcher.group(1) : "";
    }
  }

  /** That below {@code root}. */
  static Reactor below(Path root) throws IOException {
    List<Source> sources = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes any) {
            return NOT_SOURCES.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes any) throws IOException {
            if (file.toString().endsWith(".java")) {
              sources.add(new Source(file, Files.readString(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return new Reactor(sources);
  }

  /** The names of the connectors that are for others than tests. */
  List<String> connectors() {
    return connectorSources().flatMap(source -> source.types(CONNECTOR).stream()).sorted().toList();
  }

  private Stream<Source> connectorSources() {
    return sources.stream().filter(source -> !source.isForTests() && source.has(CONNECTOR));
  }

  /** Those of them that no contract test is about. */
  List<String> unheld() {
    return connectorSources()
        .flatMap(
            source ->
                source.types(CONNECTOR).stream().filter(type -> !isHeld(type, source.module())))
        .sorted()
        .toList();
  }

  private boolean isHeld(String connector, String module) {
    List<Source> tests =
        sources.stream()
            .filter(source -> source.isTest() && source.module().equals(module))
            .toList();
    return tests.stream()
        .filter(test -> test.has(CONTRACT))
        .anyMatch(
            test ->
                test.names(connector)
                    || tests.stream()
                        .filter(standIn -> standIn.names(connector))
                        .flatMap(standIn -> standIn.types(STAND_IN).stream())
                        .anyMatch(test::names));
  }
}
