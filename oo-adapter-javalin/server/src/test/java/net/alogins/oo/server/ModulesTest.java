package net.alogins.oo.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each library is used in one room of the house only. */
class ModulesTest {

  /** What the server is made of, without tests. */
  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("net.alogins.oo");

  @ParameterizedTest
  @CsvSource({
    "com.google.inject, net.alogins.oo.server",
    "picocli, net.alogins.oo.server",
    "org.jooq, net.alogins.oo.jdbc",
    "com.zaxxer, net.alogins.oo.jdbc",
    "org.flywaydb, net.alogins.oo.jdbc",
    "org.sqlite, net.alogins.oo.jdbc",
    "java.sql, net.alogins.oo.jdbc|net.alogins.oo.http",
    "com.nimbusds, net.alogins.oo.identity",
    "com.google.crypto.tink, net.alogins.oo.vault",
    "com.fasterxml.jackson, net.alogins.oo.http|net.alogins.oo.remote|net.alogins.oo.llm",
    "io.github.resilience4j, net.alogins.oo.remote|net.alogins.oo.llm",
    "dev.langchain4j, net.alogins.oo.llm",
    "com.networknt, net.alogins.oo.llm",
    "com.github.benmanes.caffeine, net.alogins.oo.llm|net.alogins.oo.meaning",
    "org.apache.hc, net.alogins.oo.webhook",
    "io.nats, net.alogins.oo.nats",
    "com.google.protobuf, net.alogins.oo.wire|net.alogins.oo.nats",
    "net.fortuna.ical4j, net.alogins.oo.calendar",
  })
  void a_library_is_used_in_one_module(String library, String modules) {
    String[] rooms = (modules.replace("|", "..|") + "..").split("\\|");
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "net.alogins.oo.policies, net.alogins.oo.jdbc",
    "net.alogins.oo.policies, net.alogins.oo.http",
    "net.alogins.oo.habits, net.alogins.oo.policies",
    "net.alogins.oo.habits, net.alogins.oo.jdbc",
    "net.alogins.oo.policies, net.alogins.oo.habits",
    "net.alogins.oo.meaning, net.alogins.oo.llm",
    "net.alogins.oo.meaning, net.alogins.oo.policies",
    "net.alogins.oo.meaning, net.alogins.oo.jdbc",
    "net.alogins.oo.policies, net.alogins.oo.meaning",
    "net.alogins.oo.jdbc, net.alogins.oo.llm",
    "net.alogins.oo.jdbc, net.alogins.oo.todotxt",
    "net.alogins.oo.jdbc, net.alogins.oo.policies",
    "net.alogins.oo.todotxt, net.alogins.oo.http",
    "net.alogins.oo.http, net.alogins.oo.jdbc",
    "net.alogins.oo.identity, net.alogins.oo.http",
    "net.alogins.oo.identity, net.alogins.oo.javalin",
    "net.alogins.oo.identity, net.alogins.oo.jdbc",
    "net.alogins.oo.vault, net.alogins.oo.jdbc",
    "net.alogins.oo.vault, net.alogins.oo.identity",
    "net.alogins.oo.vault, net.alogins.oo.http",
    "net.alogins.oo.javalin, net.alogins.oo.jdbc",
    "net.alogins.oo.github, net.alogins.oo.todoist",
    "net.alogins.oo.remote, net.alogins.oo.github",
    "net.alogins.oo.remote, net.alogins.oo.todoist",
    "net.alogins.oo.calendar, net.alogins.oo.todoist",
    "net.alogins.oo.calendar, net.alogins.oo.jdbc",
    "net.alogins.oo.remote, net.alogins.oo.calendar",
    "net.alogins.oo.signal, net.alogins.oo.remote",
    "net.alogins.oo.todoist, net.alogins.oo.identity",
    "net.alogins.oo.todoist, net.alogins.oo.jdbc",
    "net.alogins.oo.javalin, net.alogins.oo.policies",
    "net.alogins.oo.llm, net.alogins.oo.policies",
    "net.alogins.oo.llm, net.alogins.oo.jdbc",
    "net.alogins.oo.llm, net.alogins.oo.signal",
    "net.alogins.oo.llm, net.alogins.oo.http",
    "net.alogins.oo.wire, net.alogins.oo.nats",
    "net.alogins.oo.nats, net.alogins.oo.jdbc",
    "net.alogins.oo.webhook, net.alogins.oo.http",
    "net.alogins.oo.webhook, net.alogins.oo.jdbc",
    "net.alogins.oo.remote, net.alogins.oo.webhook",
  })
  void a_module_does_not_know_its_neighbour(String module, String neighbour) {
    noClasses()
        .that()
        .resideInAPackage(module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(neighbour + "..")
        .check(ALL);
  }
}
