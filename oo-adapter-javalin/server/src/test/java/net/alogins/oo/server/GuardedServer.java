package net.alogins.oo.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.alogins.oo.identity.Idp;

/** A server that people sign in to, with a provider beside it. */
final class GuardedServer implements AutoCloseable {

  private Idp idp;
  private final Path folder;
  private List<String> options;
  private ServerProcess server;

  private GuardedServer(Idp idp, Path folder, List<String> options) throws IOException {
    this.idp = idp;
    this.folder = folder;
    this.options = options;
    this.server = start();
  }

  static GuardedServer in(Path folder, String... options) throws IOException {
    Files.writeString(folder.resolve("todo.txt"), "Water the plants\nCall Jo\n");
    return new GuardedServer(Idp.start(), folder, List.of(options));
  }

  private ServerProcess start() throws IOException {
    List<String> command = Jvm.quick().command(Main.class, "serve", "--port", "0");
    command.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    command.addAll(List.of("--tasks", folder.resolve("todo.txt").toString()));
    command.addAll(List.of("--issuer", idp.issuer(), "--client-id", Idp.CLIENT));
    command.addAll(options);
    ProcessBuilder process = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    process.environment().put("OO_CLIENT_SECRET", Idp.SECRET);
    return ServerProcess.of(process);
  }

  /** The same with other options. */
  void restartWith(String... others) throws IOException {
    options = List.of(others);
    restart();
  }

  /** The same with another provider. */
  void restartWithAnotherProvider() throws IOException {
    idp.close();
    idp = Idp.start();
    restart();
  }

  /** Stops it and starts it again, on another port. */
  void restart() throws IOException {
    server.stop();
    server = start();
  }

  URI address() {
    return server.address();
  }

  String issuer() {
    return idp.issuer();
  }

  Browser browser() {
    return new Browser(address());
  }

  /** Sends {@code browser} to the provider; what it takes along. */
  Map<String, String> go(Browser browser) throws IOException {
    return Idp.parameters(browser.get("/login").location().getRawQuery());
  }

  /** Where the provider sends {@code subject} back to. */
  String back(Map<String, String> asked, String subject) {
    return "/login/callback?state="
        + asked.getOrDefault("state", "")
        + "&code="
        + idp.code(asked, subject);
  }

  /** A browser with which {@code subject} has signed in. */
  Browser signedIn(String subject) throws IOException {
    Browser browser = browser();
    browser.get(back(go(browser), subject));
    return browser;
  }

  @Override
  public void close() {
    server.close();
    idp.close();
  }
}
