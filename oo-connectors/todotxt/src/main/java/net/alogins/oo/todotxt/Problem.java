package net.alogins.oo.todotxt;

import java.nio.file.Path;

/**
 * A line that cannot be offered as a task.
 *
 * @param file where it stands
 * @param line its number, from 1
 * @param rule what must hold and does not
 */
public record Problem(Path file, int line, String rule) {}
