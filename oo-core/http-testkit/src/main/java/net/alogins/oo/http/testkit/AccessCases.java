package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import net.alogins.oo.http.testkit.Access.Cell;
import net.alogins.oo.http.testkit.Access.Who;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, asked by every kind of caller. */
interface AccessCases extends People {

  @Test
  default void who_may_do_what_is_said_of_every_operation_and_of_every_caller() {
    int operations = Access.operations().size();
    int cells = Access.cells().size();
    System.out.printf("access: %d operations, %d cells%n", operations, cells);

    assertThat(Access.operations()).isEqualTo(OpenApi.document().operations().keySet());
    assertThat(cells).isEqualTo(operations * Who.values().length);
  }

  @ParameterizedTest
  @MethodSource("net.alogins.oo.http.testkit.Access#cells")
  default void each_may_do_what_the_table_says_and_nothing_else(Cell cell) {
    String ada = "user-" + UUID.randomUUID();
    String tip = called(ada).post("/v1/tips", "{}").tip();

    Answer answer = send(cell, called(name(cell.who(), ada)), ada, tip);

    assertThat(answer.status()).isEqualTo(cell.status());
    if (cell.isRefused()) {
      assertThat(answer.body()).doesNotContain(ada, tip);
    }
  }

  /** One after the other on one connection, as a proxy sends them. */
  @Test
  default void whose_name_differs_in_a_letters_case_is_somebody_else() {
    String ada = "user-ada-" + UUID.randomUUID();
    String tip = called(ada).post("/v1/tips", "{}").tip();
    String capital = ada.replace("ada", "Ada");

    assertThat(called(ada).get("/v1/tips/current").tip()).isEqualTo(tip);
    assertThat(called(capital).get("/v1/tips/current").body()).doesNotContain(tip);
    assertThat(called(capital + "-b").post("/v1/tips", "{}").status()).isEqualTo(201);
    assertThat(called(ada + "-b").get("/v1/tips/current").json().has("tip")).isFalse();
  }

  private static String name(Who who, String ada) {
    return switch (who) {
      case NOBODY -> "";
      case ADA -> ada;
      default -> who.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    };
  }

  private static Answer send(Cell cell, Client caller, String ada, String tip) {
    String[] place =
        String.valueOf(OpenApi.document().operations().get(cell.operation())).split(" ", -1);
    String path = place[1].replace("{tip}", tip).replace("{connection}", "none");
    String sent = cell.sent().replace("ADA", ada).replace("TIP", tip);
    if (place[0].equals("GET")) {
      return caller.get(sent.equals("-") ? path : path + sent);
    }
    return caller.send(place[0], path, "application/json", BodyPublishers.ofString(sent));
  }
}
