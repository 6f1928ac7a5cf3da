package net.alogins.oo.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that goes wherever the provider sends it, until that is the host. */
final class Surfer {

  private static final int MOST_PAGES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern INPUT =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"\\s*/?>");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();
  private final URI home;

  /** One of whom the host has {@code home}. */
  Surfer(URI home) {
    this.home = home;
  }

  /** The address of the host that it comes to, from {@code start}. */
  URI surf(URI start) throws IOException, InterruptedException {
    URI address = start;
    for (int i = 0; i < MOST_PAGES; i++) {
      if (address.toString().startsWith(home.toString())) {
        return address;
      }
      HttpResponse<String> page = get(address);
      String next = page.headers().firstValue("Location").orElse("");
      if (next.isEmpty()) {
        throw new IOException(address + " leads nowhere: " + page.body());
      }
      address = address.resolve(next);
    }
    throw new IOException("too many pages, the last is " + address);
  }

  /** The fields of the form that sends itself to the host. */
  Map<String, String> surfToForm(URI start) throws IOException, InterruptedException {
    URI address = start;
    for (int i = 0; i < MOST_PAGES; i++) {
      HttpResponse<String> page = get(address);
      String next = page.headers().firstValue("Location").orElse("");
      if (next.isEmpty()) {
        return form(page.body());
      }
      address = address.resolve(next);
    }
    throw new IOException("too many pages, the last is " + address);
  }

  private Map<String, String> form(String page) throws IOException {
    if (!page.contains("action=\"" + home + "\"")) {
      throw new IOException("there is no form for the host: " + page);
    }
    Map<String, String> fields = new HashMap<>();
    Matcher input = INPUT.matcher(page);
    while (input.find()) {
      fields.put(input.group(1), input.group(2));
    }
    return fields;
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
