package net.alogins.oo.policy;

/**
 * How much one feature added to a candidate's score.
 *
 * @param feature the column's name in the schema
 * @param amount in units of the score
 */
public record Contribution(String feature, double amount) {}
