package net.alogins.oo.http;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.alogins.oo.Recommender;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Purpose;

/** What a person prefers and allows: to look at, and to change. */
final class OwnProfile {

  private static final String ZONE_RULE = "be a time zone such as Europe/Vienna or UTC";

  private static final int TURNS = 64;

  private final Recommender recommender;
  private final Witness witness;
  private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();

  OwnProfile(Recommender recommender, Witness witness) {
    this.recommender = recommender;
    this.witness = witness;
  }

  Response look(UserId user, Call call) {
    return profile(user);
  }

  private Response profile(UserId user) {
    return Response.ok(WireProfile.of(recommender.profiles().of(user))).tagged();
  }

  /** In turns: what was seen is what is changed, whoever else of the same name asks meanwhile. */
  private Response changed(UserId user, Call call, Runnable change) {
    synchronized (turns.get(Math.floorMod(user.hashCode(), TURNS))) {
      call.requireSeen(() -> profile(user));
      change.run();
      return profile(user);
    }
  }

  Response prefer(UserId user, Call call) {
    Fields body = call.body("zone");
    ZoneId zone = body.parsed("zone", ZoneId::of, ZONE_RULE);
    Preferences preferences = new Preferences(zone);
    return changed(user, call, () -> recommender.profiles().prefer(user, preferences));
  }

  Response consent(UserId user, Call call) {
    List<String> allowed = call.body("consents").texts("consents");
    Set<Purpose> purposes = allowed.stream().map(OwnProfile::purpose).collect(Collectors.toSet());
    if (purposes.size() < allowed.size()) {
      throw Refusal.invalid("consents", "name each purpose once");
    }
    Consents consents = new Consents(purposes);
    return changed(user, call, () -> consent(user, consents));
  }

  private void consent(UserId user, Consents consents) {
    String words =
        consents.allowed().stream().sorted().map(WireName::of).collect(Collectors.joining(" "));
    witness.hear(Act.own(user, "consent", words));
    recommender.profiles().consent(user, consents);
  }

  private static Purpose purpose(String name) {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> WireName.of(purpose).equals(name))
        .findFirst()
        .orElseThrow(
            () -> Refusal.invalid("consents", "be recommend, learn, llm, notify, research"));
  }
}
