package net.alogins.oo.server;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.alogins.oo.http.Role;
import net.alogins.oo.id.UserId;
import net.alogins.oo.identity.Account;
import net.alogins.oo.identity.IdentityProvider;

/**
 * Who of those whom a provider knows may sign in, and what they may do beyond what is their own.
 *
 * @param allowed the subjects ({@code sub}) that may, or {@code *} for all; none where nobody said,
 *     which is all, too
 * @param staff the role of each who has one
 */
record People(Set<String> allowed, Map<String, Role> staff) {

  private static final String ANYBODY = "*";

  /** Everybody, since nobody said who, and nobody of them has a role. */
  static final People ALL = new People(Set.of(), Map.of());

  People {
    allowed = Set.copyOf(allowed);
    staff = Map.copyOf(staff);
    if (!allowed.stream().allMatch(Account::isSubject)) {
      throw new Refusal(
          Exit.USAGE, "allow must name people by their sub, 1 to 255 characters and not blank");
    }
    if (allowed.contains(ANYBODY) && allowed.size() > 1) {
      throw new Refusal(Exit.USAGE, "allow must name people, or be * for everybody, but was both");
    }
    for (String subject : staff.keySet()) {
      if (subject.isBlank() || !isIn(allowed, subject)) {
        throw new Refusal(
            Exit.USAGE, "staff must be among those whom --allow names but was " + subject);
      }
    }
  }

  /** Whether it was said who may, be it everybody. */
  boolean areSaid() {
    return !allowed.isEmpty();
  }

  boolean areAll() {
    return areAll(allowed);
  }

  boolean include(String subject) {
    return isIn(allowed, subject);
  }

  private static boolean isIn(Set<String> allowed, String subject) {
    return areAll(allowed) || allowed.contains(subject);
  }

  private static boolean areAll(Set<String> allowed) {
    return allowed.isEmpty() || allowed.contains(ANYBODY);
  }

  /** Which of the users whom {@code provider} knows are among them. */
  Predicate<UserId> at(IdentityProvider provider) {
    if (areAll()) {
      return user -> true;
    }
    Set<UserId> users =
        allowed.stream()
            .map(subject -> new Account(provider.issuer(), subject).user())
            .collect(Collectors.toUnmodifiableSet());
    return users::contains;
  }

  /** What {@code user}, whom {@code provider} knows, may do. */
  Role role(IdentityProvider provider, UserId user) {
    return staff.entrySet().stream()
        .filter(one -> new Account(provider.issuer(), one.getKey()).user().equals(user))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Role.NONE);
  }
}
