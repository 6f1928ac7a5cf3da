package net.alogins.oo.github;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.alogins.oo.github.FakeGithub.Fault;
import net.alogins.oo.remote.Remote;
import net.alogins.oo.signal.Connector;
import net.alogins.oo.signal.Secrets;
import net.alogins.oo.signal.testkit.OtherSystem;

/** The GitHub on this machine, in the hands of the contract of connectors. */
final class GithubSystem implements OtherSystem {

  private static final String REPOSITORY = "octo/cat";

  private final FakeGithub fake;
  private int issues;

  GithubSystem(FakeGithub fake) {
    this.fake = fake;
  }

  @Override
  public Connector connector() {
    return GithubConnector.at(fake.site(), Remote.client(), Clock.systemUTC());
  }

  @Override
  public Secrets secrets() {
    return Secrets.of(FakeGithub.TOKEN);
  }

  @Override
  public String add(String title) {
    issues++;
    fake.issues().assign(REPOSITORY, issues, title);
    return REPOSITORY + "#" + issues;
  }

  @Override
  public void rename(String key, String title) {
    fake.issues().rename(key, title);
  }

  @Override
  public void complete(String key) {
    fake.issues().close(key);
  }

  @Override
  public void delete(String key) {
    fake.issues().remove(key);
  }

  @Override
  public Set<String> open() {
    return fake.issues().open();
  }

  @Override
  public int executed(String key) {
    return fake.issues().changed(key);
  }

  private void fault(int status, Map<String, String> headers, String body) {
    fake.always(Optional.of(new Fault(status, headers, body)));
  }

  @Override
  public void throttle(Duration after) {
    fault(429, Map.of("Retry-After", "" + after.toSeconds()), "{}");
  }

  @Override
  public void revoke() {
    fault(401, Map.of(), "{}");
  }

  @Override
  public void breakDown() {
    fault(503, Map.of(), "{}");
  }

  @Override
  public void babble() {
    fault(200, Map.of("Content-Type", "text/html"), "<html>");
  }

  /** It has none: whoever comes with a tag that it does not know is told everything. */
  @Override
  public void forgetCursors() {}

  @Override
  public void heal() {
    fake.always(Optional.empty());
  }
}
