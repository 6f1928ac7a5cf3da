package net.alogins.oo.server;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the modules of this repository depend on, as their poms have it. */
final class Poms {

  private static final Path ROOT = Path.of("..", "..");

  private final Map<String, Set<String>> dependencies = new HashMap<>();

  private Poms() {}

  /** All of them. */
  static Poms read() throws Exception {
    Poms poms = new Poms();
    for (Element module : elements(pom(ROOT), "module")) {
      poms.take(pom(ROOT.resolve(module.getTextContent())));
    }
    return poms;
  }

  private static Element pom(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile())
        .getDocumentElement();
  }

  private void take(Element pom) {
    Set<String> shipped = new TreeSet<>();
    for (Element dependency : elements(pom, "dependency")) {
      boolean isForTests = text(dependency, "scope").anyMatch("test"::equals);
      if (!isForTests) {
        text(dependency, "artifactId").forEach(shipped::add);
      }
    }
    text(pom, "artifactId").forEach(name -> dependencies.put(name, shipped));
  }

  private static List<Element> elements(Element parent, String tag) {
    return list(parent.getElementsByTagName(tag));
  }

  private static List<Element> list(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }

  /** What the child of that name says. */
  private static Stream<String> text(Element parent, String tag) {
    return elements(parent, tag).stream()
        .filter(element -> parent.equals(element.getParentNode()))
        .map(Element::getTextContent);
  }

  /**
   * The artifacts that whoever has {@code module} may have, too, optional ones among them: those of
   * modules of ours as far as they lead, and what each of these names.
   */
  Set<String> behind(String module) {
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      for (String next : dependencies.getOrDefault(open.remove(), Set.of())) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }
}
