package net.alogins.oo.llm;

import java.util.List;
import java.util.Map;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;

/**
 * What a model would be sent of somebody with one of the live prompts: it is written, and not sent.
 *
 * @param arm the prompt version, and with what probability it would be chosen
 * @param url where it would go
 * @param body every byte of it: JSON
 */
public record Draft(Arm arm, String url, String body) {

  /** One for each of {@code live}, by what they have earned; {@code tasks} as sources give them. */
  public static List<Draft> of(
      Models models,
      Prompts live,
      PromptEarnings earnings,
      Context context,
      List<Candidate> tasks) {
    List<String> versions = live.live().stream().map(Prompt::version).toList();
    Map<String, Double> shares = Arms.shares(versions, earnings.sums());
    Situation situation = Situation.of(context, tasks);
    return live.live().stream()
        .map(prompt -> prompt.render(situation, LlmBuilder.SUGGESTIONS))
        .map(filled -> of(models, filled, shares.getOrDefault(filled.version(), 1.0)))
        .toList();
  }

  private static Draft of(Models models, Rendered prompt, double share) {
    Paper paper = new Paper();
    try {
      GenAi nobody = new GenAi(GenAi.CHAT, models.generator(), () -> 0, names -> {});
      Chat.with(models, paper, nobody).ask(prompt);
    } catch (Failure unsent) {
      return new Draft(new Arm(prompt.version(), share), paper.url(), paper.body());
    }
    throw new IllegalStateException("paper must not answer");
  }
}
