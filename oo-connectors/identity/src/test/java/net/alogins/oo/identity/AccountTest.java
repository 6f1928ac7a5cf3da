package net.alogins.oo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccountTest {

  @Test
  void the_user_is_issuer_and_subject() {
    assertThat(new Account("https://id.example", "ada").user().value())
        .isEqualTo("https://id.example#ada");
    assertThat(new Account("https://id.example/", "ada").user())
        .isNotEqualTo(new Account("https://id.example", "ada").user());
  }

  @Test
  void a_name_that_is_too_long_becomes_its_hash() {
    String long1 = new Account("https://id.example", "x".repeat(255)).user().value();
    String long2 = new Account("https://id.example", "x".repeat(254)).user().value();

    assertThat(long1).matches("sha256:[A-Za-z0-9_-]{43}").isNotEqualTo(long2);
    assertThat(new Account("https://id.example", "x".repeat(237)).user().value()).hasSize(256);
    assertThat(new Account("https://id.example", "x".repeat(238)).user().value()).hasSize(50);
  }

  @Test
  void what_two_accounts_could_share_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Account("https://id.example#a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Account("https://id.example", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Account("https://id.example", "a\n"));
  }
}
