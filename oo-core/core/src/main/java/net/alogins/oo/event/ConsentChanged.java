package net.alogins.oo.event;

import java.time.Instant;
import java.util.Set;
import net.alogins.oo.id.ReactionId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.profile.Purpose;

/**
 * A person changed what they allow; from this row on nothing is done beyond it.
 *
 * @param user who
 * @param at when
 * @param id which act of changing
 * @param allowed every purpose that is allowed from now on
 */
public record ConsentChanged(UserId user, Instant at, ReactionId id, Set<Purpose> allowed)
    implements Event {

  public ConsentChanged {
    allowed = Set.copyOf(allowed);
  }

  @Override
  public String identity() {
    return "consent/" + id;
  }

  @Override
  public boolean repeatedBy(Event again) {
    return again instanceof ConsentChanged other && other.allowed.equals(allowed);
  }
}
