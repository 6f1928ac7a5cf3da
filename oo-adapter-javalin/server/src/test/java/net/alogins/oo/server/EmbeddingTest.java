package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.jdbc.SqliteStores;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;
import net.alogins.oo.reaction.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant I15: what an application brings up with oO is gone when it closed it. */
class EmbeddingTest {

  private static final int GUESTS = Integer.getInteger("oo.guests", 4);

  /** The jars of an application that keeps everything in SQLite; folders are of this build. */
  private static final Pattern NEEDED =
      Pattern.compile(
          "(oo-core|oo-policies|oo-jdbc|HikariCP|flyway|jooq|r2dbc|reactive|sqlite|postgresql"
              + "|slf4j-api|jackson|checker).*\\.jar");

  @TempDir private Path directory;

  @Test
  void what_is_closed_leaves_no_thread_no_class_loader_and_no_file_behind() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "descriptors are counted in /proc");
    Path scratch = Files.createDirectory(directory.resolve("scratch"));
    List<String> host =
        Jvm.usual()
            .with("-XX:SoftRefLRUPolicyMSPerMB=0", "-Djava.io.tmpdir=" + scratch)
            .command(Host.class, "" + GUESTS, classPath(), directory.toString());

    String left = Shell.run(new ProcessBuilder(host).redirectError(Redirect.DISCARD)).strip();

    System.out.printf("embedding: %d class loaders; left behind: %s%n", GUESTS, left);
    assertThat(left).isEqualTo("0 threads, 0 loaders, 0 descriptors");
    assertThat(scratch).isEmptyDirectory();
  }

  private static String classPath() {
    return Jvm.usual().classes().stream()
        .filter(entry -> Files.isDirectory(entry) || isNeeded(entry))
        .map(entry -> entry.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(Path jar) {
    return NEEDED.matcher(jar.getFileName().toString()).matches();
  }

  @Test
  void two_recommenders_in_one_process_share_nothing() {
    try (Embedded glad = new Embedded(directory.resolve("glad.db"))) {
      try (Embedded sad = new Embedded(directory.resolve("sad.db"))) {
        assertThat(glad.hash()).isEqualTo(sad.hash());
        for (int i = 0; i < 10; i++) {
          TipId tip = glad.tip();
          assertThat(sad.react(Reaction.done(tip))).isEqualTo(Receipt.ORPHAN);
          assertThat(glad.react(Reaction.done(tip))).isEqualTo(Receipt.RECORDED);
          assertThat(sad.react(Reaction.dismiss(sad.tip()))).isEqualTo(Receipt.RECORDED);
        }
        assertThat(glad.hash()).isNotEqualTo(sad.hash());
      }
      assertThat(glad.react(Reaction.done(glad.tip()))).isEqualTo(Receipt.RECORDED);
    }
  }

  /** One of two applications in the same process. */
  private static final class Embedded implements AutoCloseable {

    private static final UserId ADA = new UserId("ada");

    private final SqliteStores kept;
    private final Recommender recommender;

    Embedded(Path database) {
      kept = SqliteStores.open(database, new TenantId("home"));
      recommender =
          Recommender.from(CandidateSource.immediate(context -> chores()))
              .choosingWith(Policies.standard())
              .stores(kept.stores())
              .build();
    }

    private static List<Candidate> chores() {
      return IntStream.range(0, 40)
          .mapToObj(i -> Candidate.of("chores", "" + i, "Chore " + i))
          .toList();
    }

    TipId tip() {
      return recommender.tip(ADA).tip().orElseThrow().id();
    }

    Receipt react(Reaction reaction) {
      return recommender.react(ADA, reaction);
    }

    String hash() {
      return recommender.status().stateHash();
    }

    @Override
    public void close() {
      recommender.close();
      kept.close();
    }
  }
}
