package net.alogins.oo.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void a_digest_is_the_beginning_of_the_sha_256() {
    assertThat(Digest.of("abc")).isEqualTo("ba7816bf8f01cfea").matches(Digest.RULE);
  }

  @Test
  void a_body_is_signed_as_the_rfc_4231_says() {
    byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    assertThat(HexFormat.of().formatHex(new Hmac("Jefe").of(body)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
