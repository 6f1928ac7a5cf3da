package net.alogins.oo.vault;

/**
 * What became of secrets that were to be sealed anew.
 *
 * @param secrets how many are sealed with the newest key, and were not before
 * @param unreadable how many cannot be opened, and stay as they are
 */
public record Resealed(int secrets, int unreadable) {}
