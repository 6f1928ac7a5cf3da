package net.alogins.oo.llm;

/**
 * What a model has suggested, as it came.
 *
 * @param title any text whatever
 * @param minutes any number whatever
 */
record Suggestion(String title, long minutes) {}
