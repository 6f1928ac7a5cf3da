package net.alogins.oo.identity;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;

/**
 * A login that was begun.
 *
 * @param browser the hash of the cookie of the browser that began it
 * @param nonce what its ID token must repeat
 * @param verifier what proves that the code is for this host (PKCE, RFC 7636)
 * @param end until when it can be ended
 * @param kept what the host wants to know again then
 */
record Pending(String browser, Nonce nonce, CodeVerifier verifier, Instant end, String kept) {}
