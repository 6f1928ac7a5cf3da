package net.alogins.oo.llm;

import java.util.Locale;

/** Why a suggestion is not taken; the name of a counter. */
enum Rejection {
  /** There is nothing to see. */
  EMPTY,
  /** It is longer than a suggestion may be. */
  TOO_LONG,
  /** It has markup, or what could become such. */
  MARKUP,
  /** It leads somewhere that the person's tasks do not name. */
  LINK,
  /** It takes less than a minute or more than eight hours. */
  MINUTES,
  /** It repeats the prompt. */
  ECHO,
  /** It is a task that is there. */
  TASK,
  /** It means the same as a task that is there. */
  SIMILAR,
  /** It repeats another suggestion. */
  REPEATED,
  /** There were enough. */
  TOO_MANY;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
