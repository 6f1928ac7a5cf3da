package net.alogins.oo.http.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.http.testkit.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing what one prefers and allows, in two windows. */
interface ProfileCases extends People {

  @Test
  default void what_was_changed_meanwhile_is_not_changed_unseen() {
    Client ada = somebody();
    String seen = ada.get("/v1/profile").header("ETag");
    Answer moved = ada.put("/v1/profile/zone", "{\"zone\":\"Asia/Tokyo\"}", seen);
    assertThat(moved.status()).isEqualTo(200);

    Answer late = ada.put("/v1/profile/consents", "{\"consents\":[]}", seen);

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.detail()).startsWith("If-Match must ");
    Answer now = ada.get("/v1/profile");
    assertThat(now.json()).isEqualTo(moved.json());
    assertThat(now.header("ETag")).isEqualTo(moved.header("ETag")).isNotEqualTo(seen);
  }

  @Test
  default void of_those_who_saw_the_same_one_changes_it() {
    Client ada = somebody();
    String seen = ada.get("/v1/profile").header("ETag");

    List<Integer> statuses =
        IntStream.rangeClosed(1, 8)
            .parallel()
            .mapToObj(i -> "{\"zone\":\"Etc/GMT+" + i + "\"}")
            .map(zone -> ada.put("/v1/profile/zone", zone, seen).status())
            .toList();

    assertThat(statuses).containsOnlyOnce(200).contains(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "TAG", "\"other\", TAG", "\"a\",TAG ,\"b\""})
  default void who_saw_what_is_there_may_change_it(String ifMatch) {
    Client ada = somebody();
    String tag = ada.get("/v1/profile").header("ETag");

    Answer changed = ada.put("/v1/profile/zone", "{\"zone\":\"UTC\"}", ifMatch.replace("TAG", tag));

    assertThat(changed.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/TAG", "TAGx", "x", ","})
  default void whatever_else_is_said_to_be_seen_changes_nothing(String ifMatch) {
    Client ada = somebody();
    String tag = ada.get("/v1/profile").header("ETag");

    Answer refused =
        ada.put("/v1/profile/zone", "{\"zone\":\"Asia/Tokyo\"}", ifMatch.replace("TAG", tag));

    assertThat(refused.status()).isEqualTo(412);
    assertThat(ada.get("/v1/profile").header("ETag")).isEqualTo(tag);
  }
}
