package net.alogins.oo.server;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** Which classes a class leads to, by what stands in class files. */
final class Reach {

  private Reach() {}

  /** The names of all that lie behind the classes of the packages that begin so, and of these. */
  static Set<String> of(String packages) {
    Set<String> found = new TreeSet<>();
    Deque<JavaClass> open = new ArrayDeque<>();
    for (JavaClass each : ModulesTest.ALL) {
      if (each.getPackageName().startsWith(packages) && found.add(each.getName())) {
        open.add(each);
      }
    }
    while (!open.isEmpty()) {
      open.remove().getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> found.add(target.getName()))
          .forEach(open::add);
    }
    return found;
  }
}
