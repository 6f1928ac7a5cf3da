package net.alogins.oo.policies;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.alogins.oo.policy.Policy;

/** What a policy's name says of how it is made. */
final class PolicyName {

  private static final String NUMBER = "[0-9]+(?:[.][0-9]+)?(?:E-?[0-9]+)?";
  private static final Pattern STANDARD =
      Pattern.compile("standard(?:-floor-(?<floor>" + NUMBER + "))?");
  private static final Pattern MADE =
      Pattern.compile(
          ("(?<oracle>linear|random-features|adaptive|hierarchical)-"
                  + "(?:greedy|upper-bound-(?<alpha>%s)|inverse-gap-(?<gamma>%s)"
                  + "|thompson-(?<scale>%s)-(?<votes>[0-9]{1,6}))(?:-floor-(?<floor>%s))?")
              .replace("%s", NUMBER));

  private PolicyName() {}

  /**
   * The policy of a name.
   *
   * @throws IllegalArgumentException if there is none, or a number in it is out of its range
   */
  static Policy<?> parse(String name) {
    Matcher standard = STANDARD.matcher(name);
    if (standard.matches()) {
      return number(standard, "floor")
          .<Policy<?>>map(Policies::standardWithFloor)
          .orElseGet(Policies::standard);
    }
    Matcher made = MADE.matcher(name);
    if (made.matches()) {
      return Policies.of(oracle(made.group("oracle")), exploration(made));
    }
    return switch (name) {
      case "uniform" -> Policies.uniform();
      case "first-candidate" -> Policies.firstCandidate();
      default ->
          throw new IllegalArgumentException(
              "a policy must be named standard, uniform, first-candidate, or ORACLE-EXPLORATION as in"
                  + " linear-upper-bound-0.1-floor-0.02 but was named "
                  + name);
    };
  }

  private static Oracle oracle(String name) {
    return Oracle.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Exploration exploration(Matcher name) {
    Exploration exploration =
        number(name, "alpha")
            .map(Exploration::upperBound)
            .or(() -> number(name, "gamma").map(Exploration::inverseGap))
            .or(() -> number(name, "scale").map(scale -> thompson(scale, name)))
            .orElseGet(Exploration::greedy);
    return number(name, "floor").map(exploration::withFloor).orElse(exploration);
  }

  private static Exploration thompson(double scale, Matcher name) {
    return Exploration.thompson(scale, Integer.parseInt(name.group("votes")));
  }

  private static Optional<Double> number(Matcher name, String group) {
    return Optional.ofNullable(name.group(group)).map(Double::valueOf);
  }
}
