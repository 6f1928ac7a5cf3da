package net.alogins.oo.simulator;

import java.util.ArrayList;
import java.util.List;
import net.alogins.oo.id.TipId;
import net.alogins.oo.reaction.Answer;
import net.alogins.oo.reaction.Reaction;

/** What happened, step by step, and a hash of all of it. */
final class Trace {

  private static final long FNV_PRIME = 0x100000001b3L;

  private final boolean isKept;
  private final List<String> lines = new ArrayList<>();
  private long hash = 0xcbf29ce484222325L;

  /** One that keeps only the hash, unless {@code isKept}. */
  Trace(boolean isKept) {
    this.isKept = isKept;
  }

  /** The first half of the digits of {@code tip}. */
  static String name(TipId tip) {
    return Long.toHexString(tip.high());
  }

  static String name(Reaction reaction) {
    String what = reaction instanceof Answer answer ? answer.kind().name() : "";
    return what + " as " + reaction.id() + " to " + name(reaction.tip());
  }

  void say(String line) {
    for (int i = 0; i < line.length(); i++) {
      hash = (hash ^ line.charAt(i)) * FNV_PRIME;
    }
    if (isKept) {
      lines.add(line);
    }
  }

  /** FNV-1a (Fowler, Noll, Vo) of every line. */
  long hash() {
    return hash;
  }

  List<String> lines() {
    return lines;
  }
}
