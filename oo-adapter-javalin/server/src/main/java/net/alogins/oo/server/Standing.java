package net.alogins.oo.server;

import java.io.PrintWriter;
import net.alogins.oo.Status;

/** How a learner stands, as lines of a name and a value. */
final class Standing {

  private Standing() {}

  static void print(Status status, PrintWriter out) {
    out.println("row " + status.seq());
    out.println("policy " + status.policy());
    out.println("state " + status.stateHash());
    status.counters().forEach((name, count) -> out.println(name + " " + count));
    out.flush();
  }
}
