package net.alogins.oo.tip;

import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;

/**
 * How one policy, live or shadow, scored one candidate of one decision.
 *
 * @param tip the decision
 * @param policy the policy's name
 * @param seq the row of the log up to which its state had learned
 * @param candidate the candidate
 * @param features the candidate's feature values
 * @param score the score
 * @param propensity the probability that the policy gave it
 * @param micros how long the live path took until the draw, 0 for a shadow
 * @param promptVersion the prompt version that it came from, or empty text
 * @param llmModel the language model that wrote it, or empty text
 * @param tipKind the kind of tip
 */
public record TipScore(
    TipId tip,
    String policy,
    long seq,
    CandidateId candidate,
    FloatColumn features,
    double score,
    double propensity,
    long micros,
    String promptVersion,
    String llmModel,
    String tipKind) {}
