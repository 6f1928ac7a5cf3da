package net.alogins.oo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A disk whose power can be cut: an ext4 file system in an image file, on a loop device.
 *
 * <p>What a program writes is in memory first, in the page cache of the mounted file system. It
 * gets into the image when that file system writes it to its device: for an fsync, or seconds later
 * on its own. So the image holds what a disk holds that keeps every write it has completed. A disk
 * that loses a write cache of its own as well is not modelled.
 *
 * <p>The cut is the emergency stop of ext4 ({@code FS_IOC_SHUTDOWN}, without flushing the journal):
 * nothing is written to the device any more, and every fsync that begins fails. It is not an
 * instant, though: an fsync that is under way when it begins can succeed, though the journal's
 * commit that it waited for was dropped. (A program that does nothing but append and fdatasync
 * found so in 3 of 150 cuts: 6 of 1,745 records were gone, every one of them acknowledged after the
 * stop had begun, none before.) So what is acknowledged from then on proves nothing, and what was
 * before, all. Afterwards the image may be copied in peace: a copy of an image in use would show
 * its early blocks as of an earlier moment than its late ones, which no disk does.
 */
final class Disk implements AutoCloseable {

  private static final String SHUTDOWN =
      "my $flags = pack 'L', 2; open my $disk, '<', $ARGV[0] or die $!; $| = 1; print qq(ready\n);"
          + " <STDIN>; defined ioctl $disk, 0x8004587d, $flags or die $!";

  private final Path folder;
  private final Thread rescue = new Thread(this::unmount, "oo-unmount");
  private Path image;
  private int copies;

  private Disk(Path image, Path folder) {
    this.image = image;
    this.folder = folder;
  }

  /** Why there can be none here, if so. */
  static Optional<String> objection() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("only root may mount a disk image");
    }
    return Stream.of(
            new String[] {"mkfs.ext4", "-V"},
            new String[] {"losetup", "--find"},
            new String[] {"perl", "-v"})
        .filter(tool -> !Shell.succeeds(tool))
        .map(tool -> "a disk image needs '" + String.join(" ", tool) + "' to work")
        .findFirst();
  }

  /** A fresh one of so many megabytes, to be found at {@code folder}/disk. */
  static Disk fresh(Path folder, int megabytes) throws IOException {
    Path image = folder.resolve("image.0");
    Shell.run("truncate", "--size=" + megabytes + "M", image.toString());
    Shell.run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", image.toString());
    Disk disk = new Disk(image, Files.createDirectories(folder.resolve("disk")));
    Runtime.getRuntime().addShutdownHook(disk.rescue);
    disk.mount();
    return disk;
  }

  /** Where it is mounted. */
  Path folder() {
    return folder;
  }

  /** Cuts the power, right after {@code last}: what is not in the image then never will be. */
  void cut(Runnable last) throws IOException {
    Process stop =
        new ProcessBuilder("perl", "-e", SHUTDOWN, folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = stop.inputReader();
        Writer told = stop.outputWriter()) {
      assertThat(said.readLine()).isEqualTo("ready");
      last.run();
      told.write("\n");
    }
    assertThat(stop.onExit().join().exitValue()).as("the emergency stop").isZero();
  }

  /** Mounts a copy of what the cut left in its place; nobody may use the disk meanwhile. */
  void restart() throws IOException {
    Path copy = image.resolveSibling("image." + ++copies);
    Shell.run("cp", "--sparse=always", image.toString(), copy.toString());
    Shell.run("umount", folder.toString());
    Files.delete(image);
    image = copy;
    mount();
  }

  private void mount() {
    Shell.run("mount", "-t", "ext4", "-o", "loop", image.toString(), folder.toString());
  }

  /** The loop device goes with the last who uses the mount. */
  private void unmount() {
    if (Shell.succeeds("mountpoint", "--quiet", folder.toString())) {
      Shell.run("umount", "--lazy", folder.toString());
    }
  }

  @Override
  public void close() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(rescue);
  }
}
