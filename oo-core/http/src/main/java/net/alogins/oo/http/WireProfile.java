package net.alogins.oo.http;

import java.util.List;
import net.alogins.oo.profile.Profile;

/** What a person prefers and allows, on the wire. */
record WireProfile(String zone, List<String> consents) {

  static WireProfile of(Profile profile) {
    return new WireProfile(
        profile.preferences().zone().getId(),
        profile.consents().allowed().stream().sorted().map(WireName::of).toList());
  }
}
