package net.alogins.oo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.alogins.oo.Recommender;
import net.alogins.oo.http.testkit.OpenApi;
import net.alogins.oo.profile.Purpose;
import net.alogins.oo.tip.PastTip.Outcome;
import net.alogins.oo.tip.Silence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractTest {

  private final Recommender recommender = House.builder().build();
  private final List<Operation> operations = Operations.of(recommender);
  private final OpenApi contract = OpenApi.document();

  @AfterEach
  void close() {
    recommender.close();
  }

  @Test
  void operations_and_contract_are_the_same_list() {
    Map<String, String> served = new HashMap<>();
    operations.forEach(o -> served.put(o.id(), o.method() + " " + o.path()));

    assertThat(served).hasSize(operations.size()).isEqualTo(contract.operations());
  }

  @Test
  void exactly_the_operations_that_need_a_user_may_answer_401_and_429() {
    for (Operation operation : operations) {
      List<String> statuses = contract.statuses(operation.method().name(), operation.path());

      assertThat(statuses.contains("401")).as(operation.id()).isEqualTo(operation.needsUser());
      assertThat(statuses.contains("429")).as(operation.id()).isEqualTo(operation.needsUser());
    }
  }

  @Test
  void exactly_the_operations_that_need_a_role_may_answer_403() {
    for (Operation operation : operations) {
      List<String> statuses = contract.statuses(operation.method().name(), operation.path());
      boolean needsRole = operation.role() != Role.NONE;

      assertThat(statuses.contains("403")).as(operation.id()).isEqualTo(needsRole);
      assertThat(operation.path().matches("/v1/admin/.*|/metrics")).isEqualTo(needsRole);
    }
  }

  @Test
  void exactly_the_operations_with_a_body_may_answer_413_and_415() {
    for (Operation operation : operations) {
      List<String> statuses = contract.statuses(operation.method().name(), operation.path());
      boolean hasBody = operation.method() != Operation.Method.GET;

      assertThat(statuses.contains("413")).as(operation.id()).isEqualTo(hasBody);
      assertThat(statuses.contains("415")).as(operation.id()).isEqualTo(hasBody);
    }
  }

  @Test
  void the_words_of_the_contract_are_those_of_the_core() {
    assertThat(contract.values("/Silence/properties/reason/enum"))
        .containsExactlyInAnyOrderElementsOf(names(Silence.values()));
    assertThat(contract.values("/Outcome/enum"))
        .containsExactlyInAnyOrderElementsOf(names(Outcome.values()));
  }

  @Test
  void the_purposes_of_the_contract_are_those_of_the_core() {
    assertThat(contract.values("/Purposes/items/enum"))
        .containsExactlyInAnyOrderElementsOf(names(Purpose.values()));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(WireName::of).toList();
  }
}
