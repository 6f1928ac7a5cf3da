package net.alogins.oo.todoist;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.OtherSystem;
import net.alogins.oo.todoist.FakeTodoist.Fault;

/** The Todoist on this machine, in the hands of the contract of connectors. */
final class TodoistSystem implements OtherSystem {

  private final FakeTodoist fake;

  TodoistSystem(FakeTodoist fake) {
    this.fake = fake;
  }

  @Override
  public Connector connector() {
    return TodoistConnector.at(fake.site(), Desk.HTTP, Clock.systemUTC());
  }

  @Override
  public Secrets secrets() {
    return Secrets.of(fake.personalToken());
  }

  @Override
  public String add(String title) {
    return fake.account().add(title);
  }

  @Override
  public void rename(String key, String title) {
    fake.account().change(key, fields -> fields.put("content", title));
  }

  @Override
  public void complete(String key) {
    fake.account().close(key);
  }

  @Override
  public void delete(String key) {
    fake.account().delete(key);
  }

  @Override
  public Set<String> open() {
    return fake.account().open();
  }

  @Override
  public int executed(String key) {
    return fake.account().executed(key);
  }

  @Override
  public void throttle(Duration after) {
    fake.always(new Fault(429, Map.of("Retry-After", "" + after.toSeconds()), "{}"));
  }

  @Override
  public void revoke() {
    fake.revokeTokens();
  }

  @Override
  public void breakDown() {
    fake.always(new Fault(503, Map.of(), ""));
  }

  @Override
  public void babble() {
    fake.always(new Fault(200, Map.of("Content-Type", "text/html"), "<html>Welcome</html>"));
  }

  @Override
  public void forgetCursors() {
    fake.account().forgetSyncTokens();
  }

  @Override
  public void heal() {
    fake.heal();
  }
}
