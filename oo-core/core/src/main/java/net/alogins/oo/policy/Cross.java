package net.alogins.oo.policy;

/**
 * A declared interaction: every column of a context block with every column of a candidate block,
 * or, with {@link #ARM}, with the candidate's own identity. A crossing with the arm is never laid
 * out in a row: a policy that wants it keeps one weight vector per candidate id.
 *
 * @param context the name of a context block
 * @param candidate the name of a candidate block, or {@link #ARM}
 */
public record Cross(String context, String candidate) {

  /** Stands for the candidate itself. */
  public static final String ARM = "arm";

  boolean isArm() {
    return candidate.equals(ARM);
  }
}
