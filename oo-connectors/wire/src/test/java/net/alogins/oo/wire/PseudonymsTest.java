package net.alogins.oo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.alogins.oo.id.TenantId;
import net.alogins.oo.id.UserId;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final UserId ADA = new UserId("ada");
  private static final TenantId HOME = new TenantId("home");

  @Test
  void somebody_has_one_name_in_a_tenant_and_under_a_key() {
    byte[] other = new byte[32];
    other[0] = 1;
    String name = Facts.NAMES.of(ADA);

    assertThat(name).matches("[0-9a-f]{32}").isEqualTo(Pseudonyms.of(HOME, new byte[32]).of(ADA));
    assertThat(name)
        .isNotEqualTo(Facts.NAMES.of(new UserId("bob")))
        .isNotEqualTo(Pseudonyms.of(new TenantId("away"), new byte[32]).of(ADA))
        .isNotEqualTo(Pseudonyms.of(HOME, other).of(ADA));
  }

  @Test
  void a_key_is_known_by_a_number() {
    byte[] other = new byte[32];
    other[31] = 1;

    assertThat(Facts.NAMES.fingerprint())
        .isPositive()
        .isEqualTo(Pseudonyms.of(Facts.NAMES.tenant(), new byte[32]).fingerprint())
        .isNotEqualTo(Pseudonyms.of(Facts.NAMES.tenant(), other).fingerprint());
  }

  @Test
  void a_short_key_is_refused() {
    assertThatThrownBy(() -> Pseudonyms.of(HOME, new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes but was 16");
  }
}
