package net.alogins.oo.http;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Purpose;

/** What a person prefers and allows: to look at, and to change. */
final class OwnProfile {

  private static final String ZONE_RULE = "be a time zone such as Europe/Vienna or UTC";

  private final Recommender recommender;

  OwnProfile(Recommender recommender) {
    this.recommender = recommender;
  }

  Response look(UserId user, Call call) {
    return Response.ok(WireProfile.of(recommender.profiles().of(user)));
  }

  Response prefer(UserId user, Call call) {
    Fields body = call.body("zone");
    ZoneId zone = body.parsed("zone", ZoneId::of, ZONE_RULE);
    recommender.profiles().prefer(user, new Preferences(zone));
    return look(user, call);
  }

  Response consent(UserId user, Call call) {
    List<String> allowed = call.body("consents").texts("consents");
    Set<Purpose> purposes = allowed.stream().map(OwnProfile::purpose).collect(Collectors.toSet());
    if (purposes.size() < allowed.size()) {
      throw Refusal.invalid("consents", "name each purpose once");
    }
    recommender.profiles().consent(user, new Consents(purposes));
    return look(user, call);
  }

  private static Purpose purpose(String name) {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> WireName.of(purpose).equals(name))
        .findFirst()
        .orElseThrow(
            () -> Refusal.invalid("consents", "be recommend, learn, llm, notify, research"));
  }
}
