package net.alogins.oo.example;

import java.util.List;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.reaction.Reaction;

/** Asks for one tip and says that it is done. */
public final class Chores {

  private Chores() {}

  public static void main(String[] args) {
    CandidateSource chores =
        context ->
            List.of(
                Candidate.of("chores", "1", "Water the plants").minutes(5),
                Candidate.of("chores", "2", "Call the plumber").priority(1));

    try (Recommender recommender =
        Recommender.from(chores).choosingWith(Policies.standard()).build()) {
      UserId ada = new UserId("ada");
      recommender
          .tip(ada)
          .ifPresent(
              tip -> {
                System.out.println(tip.title());
                System.out.println(recommender.react(ada, Reaction.done(tip.id())));
              });
    }
  }
}
