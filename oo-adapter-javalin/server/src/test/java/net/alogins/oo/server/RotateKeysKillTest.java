package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import net.alogins.oo.vault.KeyPlace;
import net.alogins.oo.vault.SealedVault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that rotates keys is killed, wherever it happens to be. */
class RotateKeysKillTest {

  private static final int KILLS = Integer.getInteger("oo.kills", 5);
  private static final int SECRETS = 40;
  private static final int LONGEST_MILLIS = 400;

  @TempDir private Path directory;
  private DataDirectory data;
  private Path keys;

  @BeforeEach
  void name() {
    data = new DataDirectory(directory.resolve("data"));
    keys = directory.resolve("keys.json");
  }

  private static Slot slot(int i) {
    return new Slot(new UserId("u" + i), "todoist", new ConnectionId("c" + i), Secret.ACCESS);
  }

  private void fill() {
    try (Kept kept = data.open()) {
      SealedVault vault =
          SealedVault.openOrBegin(KeyPlace.file(keys), kept.secrets(), Database.TENANT);
      for (int i = 0; i < SECRETS; i++) {
        vault.put(slot(i), ("token " + i).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** How many rotations somebody has begun who was killed so many milliseconds after the first. */
  private int rotationsUntilKilled(int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Jvm.usual().command(RotatingMain.class, data.path().toString(), keys.toString()))
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("rotating");
      assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(process.toHandle().destroyForcibly()).isTrue();
      return 1 + (int) lines.lines().count();
    }
  }

  private void assertReadable() throws Exception {
    try (Kept kept = data.openExisting()) {
      SealedVault vault = SealedVault.open(KeyPlace.file(keys), kept.secrets(), Database.TENANT);
      for (int i = 0; i < SECRETS; i++) {
        assertThat(vault.use(slot(i), secret -> new String(secret, StandardCharsets.UTF_8)))
            .contains("token " + i);
      }
    }
  }

  @Test
  void every_secret_can_be_read_after_a_kill() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    fill();
    int rotations = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      rotations += rotationsUntilKilled(random.nextInt(LONGEST_MILLIS));
      assertReadable();
    }
    Terminal.Outcome last =
        Terminal.run(
            "rotate-keys", "--data-dir", data.path().toString(), "--key-file", keys.toString());

    assertThat(last.exit()).isZero();
    assertReadable();
    System.out.println(
        "vault: %d kills in %d rotations of %d secrets, each readable after each"
            .formatted(KILLS, rotations, SECRETS));
  }
}
