package net.alogins.oo.nats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.signal.Change;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Push;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.Capability;
import net.alogins.oo.signal.testkit.OtherSystem;

/**
 * A list of tasks that pushes them. Nobody asks it anything, so that nothing can go wrong there.
 */
final class PushingSystem implements OtherSystem {

  private static final String NAME = "crm";
  private static final Instant LONG = Instant.parse("2100-01-01T00:00:00Z");

  private final List<Push> pushed = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private int added;

  @Override
  public Connector connector() {
    return new NatsConnector(NAME);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.noneOf(Capability.class);
  }

  @Override
  public Secrets secrets() {
    return Secrets.of("nobody looks at this");
  }

  private void push(Change change) {
    String name = "message-" + pushed.size();
    pushed.add(new Push(name, name, LONG, List.of(change)));
  }

  @Override
  public List<Push> pushed() {
    return List.copyOf(pushed);
  }

  @Override
  public String add(String title) {
    String key = "task-" + ++added;
    rename(key, title);
    return key;
  }

  @Override
  public void rename(String key, String title) {
    open.add(key);
    push(new Change.Open(Candidate.of(NAME, key, title)));
  }

  @Override
  public void complete(String key) {
    open.remove(key);
    push(new Change.Gone(key));
  }

  @Override
  public void delete(String key) {
    complete(key);
  }

  @Override
  public Set<String> open() {
    return Set.copyOf(open);
  }

  @Override
  public int executed(String key) {
    return 0;
  }

  @Override
  public void throttle(Duration after) {}

  @Override
  public void revoke() {}

  @Override
  public void breakDown() {}

  @Override
  public void babble() {}

  @Override
  public void forgetCursors() {}

  @Override
  public void heal() {}
}
