package net.alogins.oo.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.context.History;
import net.alogins.oo.context.Past;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Preferences;
import net.alogins.oo.profile.Profile;

/** Questions of one person, Ada, on one morning, for tests of what answers them. */
public final class SampleContexts {

  /** When she asks. */
  public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private SampleContexts() {}

  /** Nothing happened yet; she allows what everybody does who never said. */
  public static Context plain() {
    return context(Consents.standard(), History.empty());
  }

  /** The same with what happened to one candidate. */
  public static Context after(CandidateId candidate, Past past) {
    return context(Consents.standard(), new History(Map.of(candidate, past)));
  }

  /** The same with other consents. */
  public static Context allowing(Consents consents) {
    return context(consents, History.empty());
  }

  private static Context context(Consents consents, History history) {
    return new Context(
        new UserId("ada"),
        NOW,
        new Profile(new Preferences(ZoneOffset.UTC), consents),
        Attributes.none(),
        history);
  }
}
