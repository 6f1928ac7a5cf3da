package net.alogins.oo.id;

/**
 * Which candidate: the name of its source and its key there.
 *
 * @param source the source's name, for example {@code todotxt}
 * @param key unique and stable within the source
 */
public record CandidateId(String source, String key) {

  public CandidateId {
    Ids.checked("candidate source", source);
    Ids.checked("candidate key", key);
  }

  @Override
  public String toString() {
    return source + "/" + key;
  }
}
