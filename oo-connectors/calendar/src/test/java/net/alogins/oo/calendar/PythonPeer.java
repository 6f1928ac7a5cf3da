package net.alogins.oo.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program in Python that reads calendars by somebody else's library: a line for each line. */
final class PythonPeer implements AutoCloseable {

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private PythonPeer(Process process) {
    this.process = process;
    this.questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts {@code program} of {@code src/test/python}; the test is skipped if that cannot be. */
  static PythonPeer start(String program) throws IOException, InterruptedException {
    Path script = Path.of("src", "test", "python", program);
    return new PythonPeer(
        new ProcessBuilder(Radicale.python().toString(), script.toString())
            .redirectError(Redirect.INHERIT)
            .start());
  }

  String ask(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    return String.valueOf(answers.readLine());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
