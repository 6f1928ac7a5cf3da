package net.alogins.oo.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.alogins.oo.Builder;
import net.alogins.oo.Recommender;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import net.alogins.oo.testkit.ManualClock;

/** A recommender's small world, and requests without a server. */
final class House {

  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
  static final UserId ADA = new UserId("ada");

  static final List<Candidate> TASKS =
      List.of(
          Candidate.of("house", "1", "Water the plants")
              .kind("balcony")
              .link(URI.create("https://example.org/1"))
              .due(LocalDate.of(2026, 11, 24))
              .minutes(5)
              .priority(1),
          Candidate.of("house", "2", "Répondre à « Ada »").minutes(15),
          Candidate.of("house", "3", "Sort the <b>books</b>"));

  /** The headers of a request with a JSON body. */
  static final UnaryOperator<String> JSON =
      name -> name.equals("Content-Type") ? "application/json" : "";

  private House() {}

  static Builder builder() {
    return Recommender.from(CandidateSource.immediate(context -> TASKS))
        .choosingWith(Policies.standard());
  }

  static Builder builder(ManualClock clock) {
    return builder().clock(clock);
  }

  /** The answer of the operation called {@code id} to Ada. */
  static Response answer(List<Operation> operations, String id, String body) {
    Operation operation = named(operations, id);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return operation.answer(request(operation.path(), new ByteArrayInputStream(bytes)));
  }

  /** The operation called {@code id}. */
  static Operation named(List<Operation> operations, String id) {
    return operations.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  /** Ada's request for a tip. */
  static Request request(InputStream body) {
    return request("/v1/tips", body);
  }

  private static Request request(String path, InputStream body) {
    return new Request(
        new Caller(Optional.of(ADA), Role.NONE, Optional.empty()), path, "", JSON, body);
  }

  static String text(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
