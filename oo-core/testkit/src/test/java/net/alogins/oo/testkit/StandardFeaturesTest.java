package net.alogins.oo.testkit;

import net.alogins.oo.policy.Features;

class StandardFeaturesTest extends FeaturesContract {

  @Override
  protected Features features() {
    return Features.standard();
  }
}
