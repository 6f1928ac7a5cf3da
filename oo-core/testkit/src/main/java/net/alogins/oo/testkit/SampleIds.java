package net.alogins.oo.testkit;

import java.util.List;

/** Texts that are allowed as ids, each a different one, and that a careless store mixes up. */
public final class SampleIds {

  /** Quotes, wildcards, case, spaces, normal forms, right-to-left, emoji, and 256 characters. */
  public static final List<String> STRANGE =
      List.of(
          "'; DROP TABLE event; --",
          "\"`\\%_?*/:$1{}",
          "ada",
          "Ada",
          "ada ",
          " ada",
          "null",
          "0",
          "00",
          "caf\u00e9",
          "cafe\u0301",
          "\u05d0\u05d3\u05d4",
          "\ud83c\udf31",
          "\ud83d\udc69\u200d\ud83c\udf3e",
          "x".repeat(256),
          "\u00e9".repeat(256),
          "\ud83c\udf31".repeat(128));

  private SampleIds() {}
}
