package net.alogins.oo.habits;

import net.alogins.oo.policy.Features;
import net.alogins.oo.testkit.FeaturesContract;

class HabitFeaturesTest extends FeaturesContract {

  @Override
  protected Features features() {
    return Habits.none().features();
  }
}
