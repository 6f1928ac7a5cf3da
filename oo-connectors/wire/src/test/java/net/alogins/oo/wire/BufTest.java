package net.alogins.oo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import net.alogins.oo.remote.NpmProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract before a judge that was not made here: buf, by npm; skipped where that is not. */
class BufTest {

  private static final String EVENTS = "src/main/proto/oo/events/v1/events.proto";
  private static final String RELEASED = "src/main/resources/oo-wire/oo.events/v%d.binpb";

  private static NpmProgram buf;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    buf = NpmProgram.start("buf", "judge.mjs");
  }

  @AfterAll
  static void stop() {
    if (buf != null) {
      buf.close();
    }
  }

  @Test
  void the_contract_has_bufs_style() throws IOException {
    assertThat(run("lint", here("."))).isEqualTo("0 ");
  }

  @Test
  void the_contract_breaks_no_release() throws IOException {
    for (int version = 1; version <= Wire.VERSION; version++) {
      assertThat(breaking(Path.of("."), version)).isEqualTo("0 ");
    }
  }

  @Test
  void an_incompatible_change_of_the_contract_is_found_by_both_judges(@TempDir Path copy)
      throws IOException {
    copy(copy);
    Path events = copy.resolve(EVENTS);
    String text = Files.readString(events);
    Files.writeString(events, text.replace("int64 micros = 2;", "string micros = 2;"));
    Path built = copy.resolve("changed.binpb");

    assertThat(breaking(copy, 1)).startsWith("100 ").contains("micros");
    assertThat(run("build", copy.toString(), "-o", built.toString())).isEqualTo("0 ");
    Schema changed = Schema.parse(Schema.EVENTS, 2, Files.readAllBytes(built));
    assertThat(Compatibility.breaches(Schema.current().files(), changed.files()))
        .hasSize(1)
        .allMatch(breach -> breach.contains("oo.events.v1.Stage.micros"));
  }

  private static void copy(Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> proto = Files.walk(Path.of("src", "main", "proto"))) {
      files =
          Stream.concat(proto.filter(Files::isRegularFile), Stream.of(Path.of("buf.yaml")))
              .toList();
    }
    for (Path file : files) {
      Files.createDirectories(target.resolve(file).getParent());
      Files.copy(file, target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String breaking(Path contract, int version) throws IOException {
    return run(
        "breaking",
        here(contract.toString()),
        "--against",
        here(RELEASED.formatted(version)),
        "--exclude-imports");
  }

  private static String here(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static String run(String... words) throws IOException {
    return buf.ask(String.join("\t", words));
  }
}
