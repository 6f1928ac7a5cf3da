package net.alogins.oo.simulator;

/** What is wrong with a store that the simulation must find out about. */
enum Flaw {
  NONE,
  /** A crash takes the end of what was synced. */
  LOSES_SYNCED_ROWS,
  /** After a restart no identity is known. */
  FORGETS_IDENTITIES,
  /** Recovery takes a record whose checksum is wrong for what it seems to say. */
  APPLIES_TORN_RECORDS,
  /** A page holds its last row twice. */
  READS_A_ROW_TWICE,
  /** A snapshot says that it is as of a later row than it is. */
  SNAPSHOT_FROM_THE_FUTURE,
  /** After a restart nobody's own part of a snapshot is there. */
  FORGETS_PEOPLE
}
