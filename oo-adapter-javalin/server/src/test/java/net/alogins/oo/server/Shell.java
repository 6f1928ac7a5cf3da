package net.alogins.oo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Programs of the operating system that tests run to their end. */
final class Shell {

  private Shell() {}

  /** What a program said; it must be there and end with 0. */
  static String run(String... command) {
    return run(new ProcessBuilder(command).redirectErrorStream(true));
  }

  /** What a program said on standard output; it must be there and end with 0. */
  static String run(ProcessBuilder command) {
    try {
      Process process = command.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IOException(
            List.copyOf(command.command()) + " must succeed but ended with " + exit + ": " + said);
      }
      return said;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Whether a program is there and ends with 0. */
  static boolean succeeds(String... command) {
    try {
      run(command);
      return true;
    } catch (UncheckedIOException failure) {
      return false;
    }
  }
}
