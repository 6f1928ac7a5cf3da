package net.alogins.oo.benchmarks.hot;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.alogins.oo.Recommender;
import net.alogins.oo.Stores;
import net.alogins.oo.benchmarks.Tasks;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.Event;
import net.alogins.oo.event.EventCodec;
import net.alogins.oo.http.Caller;
import net.alogins.oo.http.Operation;
import net.alogins.oo.http.Operations;
import net.alogins.oo.http.Request;
import net.alogins.oo.http.Response;
import net.alogins.oo.http.Role;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policies.Policies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What becomes bytes, and what bytes become: rows of the log, and requests over HTTP. */
@State(Scope.Thread)
public class Bytes {

  private static final UserId ADA = new UserId("ada");
  private static final byte[] QUESTION =
      "{\"attributes\":{\"device\":\"phone\",\"minutesFree\":30}}".getBytes(StandardCharsets.UTF_8);

  /** How many candidates there are. */
  @Param("100")
  public int candidates;

  /** How many columns each has. */
  @Param("64")
  public int columns;

  private Optional<Recommender> recommender = Optional.empty();
  private List<Decided> decisions = List.of();
  private List<Operation> asking = List.of();
  private byte[] row = {};

  /** Made by JMH. */
  public Bytes() {}

  /** Has one decision made, which stays open. */
  @Setup
  public void decide() {
    Tasks tasks = new Tasks(candidates, columns);
    Stores stores = Stores.inMemory();
    Recommender made =
        Recommender.from(tasks.source())
            .choosingWith(Policies.named("linear-inverse-gap-1000"))
            .features(tasks.features())
            .stores(stores)
            .build();
    recommender = Optional.of(made);
    made.tip(ADA);
    decisions = List.of((Decided) stores.log().read(0, 1).get(0).event());
    row = encode();
    asking = Operations.of(made).stream().filter(each -> each.id().equals("askForTip")).toList();
  }

  /** Ends its threads. */
  @TearDown
  public void end() {
    recommender.ifPresent(Recommender::close);
  }

  /** A decision becomes a row. */
  @Benchmark
  public byte[] encode() {
    return EventCodec.encode(decisions.get(0));
  }

  /** A row becomes a decision. */
  @Benchmark
  public Event decode() {
    return EventCodec.decode(ADA, row);
  }

  /** A question becomes the answer that the open tip is: what a host adds is not in it. */
  @Benchmark
  public Response answer() {
    return asking
        .get(0)
        .answer(
            new Request(
                new Caller(Optional.of(ADA), Role.NONE, Optional.empty()),
                "/v1/tips",
                "",
                name -> name.equals("Content-Type") ? "application/json" : "",
                new ByteArrayInputStream(QUESTION)));
  }
}
