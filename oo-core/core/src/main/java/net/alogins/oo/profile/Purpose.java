package net.alogins.oo.profile;

/** What a person's data may be used for; each is allowed or not. */
public enum Purpose {
  /** Choosing tips for this person. */
  RECOMMEND,
  /** Learning from this person's reactions. */
  LEARN,
  /** Sending task titles to a language model. */
  LLM,
  /** Sending notifications. */
  NOTIFY,
  /** Research and export beyond the running of the service. */
  RESEARCH
}
