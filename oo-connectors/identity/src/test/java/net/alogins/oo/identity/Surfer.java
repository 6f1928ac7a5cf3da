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

  /** Where it came to, and what is written there, if it looked. */
  private record Stop(URI address, String page) {}

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();
  private final URI home;

  /** One of whom the host has {@code home}. */
  Surfer(URI home) {
    this.home = home;
  }

  /** The address of the host that it comes to, from {@code start}. */
  URI surf(URI start) throws IOException, InterruptedException {
    Stop stop = follow(start);
    if (!isHome(stop.address())) {
      throw new IOException(stop.address() + " leads nowhere: " + stop.page());
    }
    return stop.address();
  }

  /** The fields of the form that sends itself to the host, on the page that it comes to. */
  Map<String, String> surfToForm(URI start) throws IOException, InterruptedException {
    return form(follow(start).page());
  }

  private boolean isHome(URI address) {
    return address.toString().startsWith(home.toString());
  }

  /** Goes on until there is nowhere to go, or that is the host. */
  private Stop follow(URI start) throws IOException, InterruptedException {
    URI address = start;
    for (int i = 0; i < MOST_PAGES && !isHome(address); i++) {
      HttpResponse<String> page = get(address);
      String next = page.headers().firstValue("Location").orElse("");
      if (next.isEmpty()) {
        return new Stop(address, page.body());
      }
      address = address.resolve(next);
    }
    return new Stop(address, "");
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
