package net.alogins.oo.server;

/** The exit codes of the command line, those of sysexits.h where it has one. */
enum Exit {
  /** Something failed that has no code of its own; the log says what. */
  FAILED(1),
  /** The command line is wrong. */
  USAGE(64),
  /** A replay came out otherwise, a secret is not what was sealed, or the audit log is another. */
  DIFFERENT(65),
  /** A file that was named cannot be read, or what was asked for is not there. */
  NO_INPUT(66),
  /** The port is taken, the database does not answer, or a prerequisite is missing. */
  UNAVAILABLE(69),
  /** The data directory cannot be made or written. */
  CANNOT_CREATE(73),
  /** The data directory is in use by another server. */
  IN_USE(75),
  /** The data directory was written by a newer version. */
  NEWER_DATA(76),
  /** A decision is of an earlier epoch and cannot be made again; sysexits.h has nothing like it. */
  GONE(79);

  /** The usual code of success. */
  static final int OK = 0;

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
