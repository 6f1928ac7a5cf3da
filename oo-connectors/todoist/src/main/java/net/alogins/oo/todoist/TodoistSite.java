package net.alogins.oo.todoist;

import java.net.URI;

/**
 * Where Todoist is.
 *
 * @param web where people agree, and tokens are handed out; ends with a slash
 * @param api where tasks are; ends with a slash
 */
public record TodoistSite(URI web, URI api) {

  private static final TodoistSite OFFICIAL =
      new TodoistSite(URI.create("https://todoist.com/"), URI.create("https://api.todoist.com/"));

  /** The one that everybody uses. */
  public static TodoistSite official() {
    return OFFICIAL;
  }

  /** One at which everything begins with {@code base}, which ends with a slash. */
  public static TodoistSite at(URI base) {
    return new TodoistSite(base, base);
  }

  URI oauth() {
    return web.resolve("oauth/");
  }

  URI v1() {
    return api.resolve("api/v1/");
  }
}
