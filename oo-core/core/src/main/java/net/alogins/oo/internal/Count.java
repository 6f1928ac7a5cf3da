package net.alogins.oo.internal;

/** What the fold counts; the names are those of the counters that the recommender shows. */
enum Count {
  DECIDED("decisions.decided"),
  DECISIONS_LEARNED("decisions.learned"),
  DECISIONS_WITHDRAWN("decisions.withdrawn"),
  DECISIONS_DEAD_LETTERED("decisions.deadLettered"),
  RECORDED("reactions.recorded"),
  LEARNED("reactions.learned"),
  RETRACTED("reactions.retracted"),
  CENSORED("reactions.censored"),
  LATE("reactions.late"),
  ORPHAN("reactions.orphan"),
  DEAD_LETTERED("reactions.deadLettered");

  private final String label;

  Count(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
