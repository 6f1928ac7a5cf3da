package net.alogins.oo.internal;

import java.time.Instant;
import net.alogins.oo.context.Attributes;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Consents;
import net.alogins.oo.profile.Profile;

/**
 * What can be known at a moment: the time, the learned state, and a person's profile.
 *
 * @param settings where it comes from
 * @param fold what was learned
 * @param turns whoever looks at a person and then writes about them takes their turn
 */
record Outlook(Settings settings, Fold fold, Locks turns) {

  /** The wall clock, in milliseconds. */
  Instant now() {
    return Instant.ofEpochMilli(settings.outside().clock().millis());
  }

  EventLog log() {
    return settings.kept().log();
  }

  Stopwatch stopwatch() {
    return new Stopwatch(settings.outside().ticker());
  }

  View view(UserId user) {
    return fold.view(user);
  }

  Context context(UserId user, View view, Attributes attributes) {
    return new Context(
        user, now(), profile(user, view), attributes, view.person().ledger().history());
  }

  Profile profile(UserId user, View view) {
    return new Profile(
        settings.kept().profiles().find(user).orElse(settings.path().defaults().preferences()),
        consents(view));
  }

  Consents consents(View view) {
    return view.person().ledger().consents().orElse(settings.path().defaults().consents());
  }

  TipId newTip() {
    synchronized (settings.outside().random()) {
      return TipId.random(settings.outside().random());
    }
  }
}
