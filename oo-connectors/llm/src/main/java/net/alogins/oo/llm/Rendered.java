package net.alogins.oo.llm;

/**
 * A prompt with everything in its slots: exactly what is sent.
 *
 * @param version the prompt's version
 * @param system what the model is told by us
 * @param user what it is told of the person
 * @param count how many suggestions are asked for
 * @param temperature how freely it is asked to write, 0 to 2
 */
public record Rendered(String version, String system, String user, int count, double temperature) {}
