package net.alogins.oo.todotxt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsTest {

  @TempDir private Path folder;
  private Path old;
  private Path fresh;

  @BeforeEach
  void open() throws IOException {
    old = Files.createFile(folder.resolve("old"));
    fresh = Files.createFile(folder.resolve("fresh"));
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rwxr--"));
  }

  private String kept(boolean givesGroup, boolean givesOwner) throws IOException {
    Rights.keep(
        Files.readAttributes(old, PosixFileAttributes.class),
        new View(
            Files.getFileAttributeView(fresh, PosixFileAttributeView.class),
            givesGroup,
            givesOwner));
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh));
  }

  @Test
  void permissions_stay() throws IOException {
    assertThat(kept(true, true)).isEqualTo("rw-rwxr--");
  }

  @Test
  void permissions_stay_when_the_owner_cannot() throws IOException {
    assertThat(kept(true, false)).isEqualTo("rw-rwxr--");
  }

  @Test
  void another_group_gets_no_permissions() throws IOException {
    assertThat(kept(false, true)).isEqualTo("rw----r--");
    assertThat(kept(false, false)).isEqualTo("rw----r--");
  }

  /** A file that a process without privileges may not give away. */
  private record View(PosixFileAttributeView file, boolean givesGroup, boolean givesOwner)
      implements PosixFileAttributeView {

    @Override
    public String name() {
      return file.name();
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
      return file.readAttributes();
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
      file.setPermissions(permissions);
    }

    @Override
    public void setGroup(GroupPrincipal group) throws IOException {
      if (!givesGroup) {
        throw new FileSystemException("fresh", null, "Operation not permitted");
      }
      file.setGroup(group);
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
      return file.getOwner();
    }

    @Override
    public void setOwner(UserPrincipal owner) throws IOException {
      if (!givesOwner) {
        throw new FileSystemException("fresh", null, "Operation not permitted");
      }
      file.setOwner(owner);
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created)
        throws IOException {
      file.setTimes(modified, accessed, created);
    }
  }
}
