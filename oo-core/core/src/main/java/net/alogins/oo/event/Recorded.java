package net.alogins.oo.event;

/**
 * An event with its place in the log.
 *
 * @param seq its number: 1 or more, growing, never used again
 * @param event what happened
 */
public record Recorded(long seq, Event event) {}
