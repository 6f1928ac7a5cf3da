package net.alogins.oo.llm;

/**
 * What a model has suggested, as it came.
 *
 * @param title any text whatever
 * @param minutes any number whatever; 0 if it is none of ours
 */
record Suggestion(String title, int minutes) {}
