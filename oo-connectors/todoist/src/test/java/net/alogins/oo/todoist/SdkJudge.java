package net.alogins.oo.todoist;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import net.alogins.oo.remote.NpmProgram;

/** Todoist's own SDK from npm, which says whether {@link FakeTodoist} answers as Todoist does. */
final class SdkJudge implements AutoCloseable {

  private final NpmProgram program;

  private SdkJudge(NpmProgram program) {
    this.program = program;
  }

  /** Starts one; the test is skipped if there is none. */
  static SdkJudge of(FakeTodoist fake) throws IOException, InterruptedException {
    return new SdkJudge(
        NpmProgram.start(
            "todoist-sdk",
            "judge.mjs",
            fake.url().toString(),
            fake.personalToken(),
            FakeTodoist.CLIENT,
            FakeTodoist.SECRET));
  }

  /** What the SDK makes of everything that it asks: {@code passed} and {@code failed}. */
  JsonNode verdict(FakeWebhook webhook) throws IOException {
    Map<String, String> told =
        Map.of(
            "body", Base64.getEncoder().encodeToString(webhook.bytes()),
            "signature", webhook.signature());
    return FakeWire.JSON.readTree(program.ask(FakeWire.JSON.writeValueAsString(told)));
  }

  @Override
  public void close() {
    program.close();
  }
}
