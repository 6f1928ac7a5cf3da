package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.alogins.oo.signal.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every connector of every module is held to the contract of connectors. */
class HeldConnectorsTest {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void every_connector_has_a_contract_test() throws IOException {
    Reactor reactor = Reactor.below(ROOT);

    assertThat(reactor.connectors())
        .contains("TodoistConnector", "GithubConnector", "CaldavConnector", "CalendarFiles")
        .contains("WebhookConnector", "ShoppingList");
    assertThat(reactor.unheld()).isEmpty();
  }

  /** Whatever way it is written: what the server can see is among what was read. */
  @Test
  void no_connector_escapes_by_the_way_it_is_written() throws IOException {
    List<String> loaded =
        ModulesTest.ALL.stream()
            .filter(type -> type.isAssignableTo(Connector.class) && !type.isInterface())
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(type -> !type.getPackageName().endsWith("testkit"))
            .map(JavaClass::getSimpleName)
            .toList();

    assertThat(loaded).hasSizeGreaterThan(4);
    assertThat(Reactor.below(ROOT).connectors()).containsAll(loaded);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void one_without_a_contract_test_is_found() throws IOException {
    write("m/src/main/java/A.java", "public final class A implements Closeable, Connector {}");
    write("m/src/main/java/B.java", "final class B\n    implements Connector {}");
    write("m/src/test/java/ASystem.java", "class ASystem implements OtherSystem { new A() }");
    write("m/src/test/java/ATest.java", "class ATest extends ConnectorContract { new ASystem() }");
    write("m/src/test/java/BTest.java", "class BTest { new B() }");
    write("m/src/test/java/C.java", "class C implements Connector {}");

    Reactor reactor = Reactor.below(folder);

    assertThat(reactor.connectors()).containsExactly("A", "B");
    assertThat(reactor.unheld()).containsExactly("B");
  }
}
