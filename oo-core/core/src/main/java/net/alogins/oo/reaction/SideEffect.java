package net.alogins.oo.reaction;

/**
 * Something to bring about outside when a person says that a candidate is done, for example to
 * complete it where it came from.
 *
 * <p>It follows the log: called one at a time, in order, after the reaction is durable, never while
 * anybody waits, at least once, and again after a restart until it returns; what was done before it
 * was first registered it is not told. So it must be idempotent. An exception means "not now"; it
 * is tried again with the next fact and at the next start. What can never succeed must return.
 */
public interface SideEffect {

  /** The name under which its progress is kept; unique within a recommender, never changed. */
  String name();

  /** A candidate is done. Candidates of other sources are to be passed over. */
  void completed(Completion completion) throws Exception;

  /** A candidate is not done after all. */
  void reopened(Completion completion) throws Exception;
}
