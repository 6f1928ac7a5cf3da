package net.alogins.oo.identity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import net.alogins.oo.id.UserId;

/**
 * An act in the audit log. Its hash is the SHA-256 of everything in it and of the hash before it,
 * so that no entry can be changed, taken out or moved without changing every hash after it.
 *
 * @param seq its number: 1, 2, 3 and so on
 * @param at when it was done, to the millisecond
 * @param by who did it
 * @param act what was done
 * @param whose to whom, or the empty text
 * @param about what it is about, or the empty text
 * @param hash 43 characters, Base64 for URLs
 */
public record AuditEntry(
    long seq, Instant at, String by, String act, String whose, String about, String hash) {

  /** The entry of {@code act} that follows {@code end}. */
  public static AuditEntry after(End end, AuditAct act, Instant at) {
    AuditEntry bare =
        new AuditEntry(
            end.seq() + 1,
            Instant.ofEpochMilli(at.toEpochMilli()),
            act.by().value(),
            act.name(),
            act.whose().map(UserId::value).orElse(""),
            act.about(),
            "");
    return bare.hashed(bare.hashAfter(end.hash()));
  }

  private AuditEntry hashed(String itsHash) {
    return new AuditEntry(seq, at, by, act, whose, about, itsHash);
  }

  /** The hash that it must have after an entry of the hash {@code before}. */
  String hashAfter(String before) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeLong(seq);
      out.writeLong(at.toEpochMilli());
      for (String text : new String[] {before, by, act, whose, about}) {
        out.writeUTF(text);
      }
      return Secrets.hash(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Where an audit log ends with this entry. */
  public End end() {
    return new End(seq, hash);
  }

  /**
   * Where an audit log ends.
   *
   * @param seq the number of its last entry, 0 when there is none
   * @param hash the hash of that entry
   */
  public record End(long seq, String hash) {

    /** Where one ends that has no entry. */
    public static final End NONE = new End(0, "");
  }
}
