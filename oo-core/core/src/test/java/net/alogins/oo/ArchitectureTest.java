package net.alogins.oo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /** The packages in the order in which data passes through them. */
  private static final List<String> PATH =
      List.of(
          "id",
          "profile",
          "event",
          "context",
          "candidate",
          "policy",
          "tip",
          "reaction",
          "memory",
          "internal");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("net.alogins.oo");

  @Test
  void a_package_imports_only_itself_and_those_before_it() {
    for (int i = 0; i < PATH.size(); i++) {
      List<String> later = new ArrayList<>(PATH.subList(i + 1, PATH.size()));
      later.replaceAll(name -> "net.alogins.oo." + name + "..");
      later.add("net.alogins.oo");
      noClasses()
          .that()
          .resideInAPackage("net.alogins.oo." + PATH.get(i) + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(later.toArray(String[]::new)))
          .check(CORE);
    }
  }

  @Test
  void there_is_no_room_off_the_path() {
    List<String> rooms = new ArrayList<>(PATH);
    rooms.replaceAll(name -> "net.alogins.oo." + name);
    rooms.add("net.alogins.oo");
    noClasses().should().resideOutsideOfPackages(rooms.toArray(String[]::new)).check(CORE);
  }

  @Test
  void core_uses_the_jdk_alone() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java..", "net.alogins.oo..", "org.jspecify.annotations..").negate())
        .check(CORE);
  }

  @Test
  void time_randomness_and_threads_come_from_outside() {
    noClasses()
        .that()
        .resideInAPackage("net.alogins.oo.*..")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "setProperty", String.class, String.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Executors.class, java.util.Random.class, java.security.SecureRandom.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(CORE);
  }

  @Test
  void only_the_root_uses_the_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("net.alogins.oo", "net.alogins.oo.internal")
        .should()
        .dependOnClassesThat(resideInAPackage("net.alogins.oo.internal"))
        .check(CORE);
  }
}
