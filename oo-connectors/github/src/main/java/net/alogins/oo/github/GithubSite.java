package net.alogins.oo.github;

import java.net.URI;

/**
 * Where GitHub is.
 *
 * @param web where its pages are; ends with a slash
 * @param api where its API is; ends with a slash
 */
public record GithubSite(URI web, URI api) {

  private static final GithubSite OFFICIAL =
      new GithubSite(URI.create("https://github.com/"), URI.create("https://api.github.com/"));

  /** The one that everybody uses. */
  public static GithubSite official() {
    return OFFICIAL;
  }

  /** A GitHub Enterprise Server at {@code base}, which ends with a slash. */
  public static GithubSite at(URI base) {
    return new GithubSite(base, base.resolve("api/v3/"));
  }
}
