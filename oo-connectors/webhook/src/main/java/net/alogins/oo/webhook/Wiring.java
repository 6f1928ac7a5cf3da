package net.alogins.oo.webhook;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * How connections are made: each for one request, none through a proxy of the environment, none
 * with cookies, passwords, redirects, repeats or compression.
 *
 * @param patience how long anything may take
 * @param isPlainFine whether http will do as well; for tests alone
 * @param tls whom to believe, if not those whom the JDK believes; for tests alone
 */
record Wiring(Duration patience, boolean isPlainFine, Optional<SSLContext> tls) {

  private static final int LONGEST_LINE = 8192;
  private static final int MOST_HEADERS = 100;
  private static final int MOST = 32;
  private static final int MOST_TO_ONE = 4;

  static Wiring usual(Duration patience) {
    return new Wiring(patience, false, Optional.empty());
  }

  CloseableHttpClient client(Guard guard) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections(guard))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(requests())
        .setUserAgent("oO")
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  private PoolingHttpClientConnectionManager connections(Guard guard) {
    ClientTlsStrategyBuilder believing = ClientTlsStrategyBuilder.create();
    tls.ifPresent(believing::setSslContext);
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(guard)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(answers()).build())
        .setTlsSocketStrategy(believing.buildClassic())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout())
                .setSocketTimeout(timeout())
                .build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout()).build())
        .setMaxConnTotal(MOST)
        .setMaxConnPerRoute(MOST_TO_ONE)
        .build();
  }

  /** What is read of an answer before its body is bounded. */
  private static Http1Config answers() {
    return Http1Config.custom()
        .setMaxLineLength(LONGEST_LINE)
        .setMaxHeaderCount(MOST_HEADERS)
        .build();
  }

  private RequestConfig requests() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(timeout())
        .setResponseTimeout(timeout())
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private Timeout timeout() {
    return Timeout.of(patience);
  }
}
