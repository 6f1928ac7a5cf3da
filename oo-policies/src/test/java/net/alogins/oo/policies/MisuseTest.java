package net.alogins.oo.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.alogins.oo.Recommender;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code that must not compile. Each file of {@code misuse} names, in its first line, javac's key of
 * the error; its lines that end in {@code // wrong} hold it; without these, and with what stands
 * behind {@code // right:}, the file compiles.
 */
class MisuseTest {

  private static final String WRONG = "// wrong";
  private static final String RIGHT = "// right: ";
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);
  private static final String MODULE =
      "module misuse { requires net.alogins.oo.core; requires net.alogins.oo.policies; }";

  @TempDir private Path classes;

  static Stream<Path> files() throws IOException, URISyntaxException {
    URI corpus = Objects.requireNonNull(MisuseTest.class.getResource("/misuse")).toURI();
    try (Stream<Path> files = Files.list(Path.of(corpus))) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void the_corpus_is_there() throws IOException, URISyntaxException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("files")
  void misuse_does_not_compile(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String key = lines.get(0).replaceAll("^// |:.*$", "");

    List<Diagnostic<? extends JavaFileObject>> errors = compiled(List.of(source(file, lines)));

    assertThat(errors).as("%s", errors).isNotEmpty();
    assertThat(errors).as("%s", errors).allMatch(error -> error.getCode().equals(key));
    assertThat(errors)
        .allMatch(error -> lines.get((int) error.getLineNumber() - 1).endsWith(WRONG));
  }

  @Test
  void every_correction_compiles() throws IOException, URISyntaxException {
    List<Source> corrected = new ArrayList<>();
    for (Path file : files().toList()) {
      corrected.add(source(file, corrected(Files.readAllLines(file))));
    }

    assertThat(compiled(corrected)).isEmpty();
  }

  private static List<String> corrected(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.endsWith(WRONG))
        .map(line -> line.replace(RIGHT, ""))
        .toList();
  }

  private static Source source(Path file, List<String> lines) {
    return new Source("misuse/" + file.getFileName(), String.join("\n", lines));
  }

  /** The errors of compiling {@code sources} as a module of their own. */
  private List<Diagnostic<? extends JavaFileObject>> compiled(List<Source> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Source> all = new ArrayList<>(sources);
    all.add(new Source("module-info.java", MODULE));
    COMPILER.getTask(null, FILES, diagnostics, options(), null, all).call();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private List<String> options() {
    String modules =
        Stream.of(Recommender.class, Policies.class, NullMarked.class)
            .map(MisuseTest::home)
            .collect(Collectors.joining(File.pathSeparator));
    return List.of("-Xdiags:verbose", "-proc:none", "-d", classes.toString(), "-p", modules);
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
