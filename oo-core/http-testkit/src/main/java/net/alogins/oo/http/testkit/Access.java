package net.alogins.oo.http.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who may do what: the status that each kind of caller gets from each operation. */
final class Access {

  /**
   * Ada was just given TIP, and nobody else anything. What is sent is a query, a JSON body, or
   * nothing (a dash); the statuses are for nobody, Ada, Bob, a viewer, an operator and an admin.
   */
  private static final String TABLE =
      """
      askForTip    {}                           401 200 201 201 201 201
      currentTip   -                            401 200 200 200 200 200
      oneTip       -                            401 200 404 404 404 404
      pastTips     ?limit=1                     401 200 200 200 200 200
      giveFeedback {"tip":"TIP","kind":"done"}  401 200 404 404 404 404
      profile      -                            401 200 200 200 200 200
      prefer       {"zone":"UTC"}               401 200 200 200 200 200
      consent      {"consents":["recommend"]}   401 200 200 200 200 200
      connections  -                            401 200 200 200 200 200
      connect      CONNECT                      401 201 201 201 201 201
      askThere     {"connector":"scripted"}     401 200 200 200 200 200
      redeem       {"state":"s","code":"c"}     401 404 404 404 404 404
      reconnect    {"secret":"s"}               401 404 404 404 404 404
      disconnect   {}                           401 404 404 404 404 404
      exportOwn    -                            401 200 200 200 200 200
      standing     -                            401 403 403 200 200 200
      policyStatus -                            401 403 403 200 200 200
      deadLetters  -                            401 403 403 200 200 200
      decision     ?user=ADA                    401 403 403 200 200 200
      redrive      {"user":"ADA"}               401 403 403 403 404 404
      replay       {"user":"ADA"}               401 403 403 403 200 200
      rebuild      {}                           401 403 403 403 200 200
      metrics      -                            401 403 403 200 200 200
      live         -                            200 200 200 200 200 200
      ready        -                            200 200 200 200 200 200
      contract     -                            200 200 200 200 200 200
      """;

  private static final String CONNECT = "{\"connector\":\"scripted\",\"secret\":\"s\"} ";

  private static final List<Who> CALLERS = List.of(Who.values());

  /** The kinds of callers. */
  enum Who {
    NOBODY,
    ADA,
    BOB,
    VIEWER,
    OPERATOR,
    ADMIN
  }

  /**
   * One request and its answer.
   *
   * @param operation the operationId
   * @param who who sends it
   * @param sent a query, a body, or a dash
   * @param status the status of the answer
   */
  record Cell(String operation, Who who, String sent, int status) {

    /** Whether somebody is kept from something. */
    boolean isRefused() {
      return status == 401 || status == 403;
    }
  }

  private Access() {}

  /** Every cell of the table. */
  static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (List<String> row : rows()) {
      for (int i = 0; i < CALLERS.size(); i++) {
        int status = Integer.parseInt(row.get(i + 2));
        cells.add(new Cell(row.get(0), CALLERS.get(i), row.get(1), status));
      }
    }
    return cells;
  }

  /** The operations that have a row. */
  static Set<String> operations() {
    Set<String> operations = new LinkedHashSet<>();
    rows().forEach(row -> operations.add(row.get(0)));
    return operations;
  }

  private static List<List<String>> rows() {
    String table = TABLE.replace("CONNECT ", CONNECT);
    return table.lines().map(line -> Arrays.asList(line.split(" +", -1))).toList();
  }
}
