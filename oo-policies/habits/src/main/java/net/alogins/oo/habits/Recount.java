package net.alogins.oo.habits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.EventLog;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.event.Recorded;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;
import net.alogins.oo.policy.Block;
import net.alogins.oo.policy.FeatureSchema;

/**
 * The habits of one decision, counted again from the log.
 *
 * @param isAbsent whether nothing was known of the person, so that every number is 0
 * @param asOf the person's row that they were as of; 0 when there was none, or they were absent
 * @param behind how many rows of the person came after it, and before the decision
 * @param difference the first number that comes out otherwise; empty when all are the same, to the
 *     bit
 */
public record Recount(boolean isAbsent, long asOf, int behind, Optional<String> difference) {

  private static final int PAGE = 256;

  /** A decision, and where its numbers are. */
  private record Row(FeatureSchema schema, Recorded row, Decided decided) {

    float moment(int column) {
      return decided.slate().context().get(from(Columns.MOMENT, Block.Side.CONTEXT) + column);
    }

    float candidate(int index, int column) {
      FloatColumn all = decided.slate().features();
      int row = index * schema.candidateWidth();
      return all.get(row + from(Columns.KIND, Block.Side.CANDIDATE) + column);
    }

    private int from(String name, Block.Side side) {
      return schema.blocks().stream()
          .filter(block -> block.side() == side)
          .takeWhile(block -> !block.name().equals(name))
          .mapToInt(Block::width)
          .sum();
    }

    /** The person's rows before the decision. */
    List<Recorded> before(EventLog log) {
      List<Recorded> all = new ArrayList<>();
      List<Recorded> page = log.read(decided.user(), 0, PAGE);
      while (!page.isEmpty()) {
        page.stream().filter(one -> one.seq() < row.seq()).forEach(all::add);
        page = log.read(decided.user(), page.get(page.size() - 1).seq(), PAGE);
      }
      return all;
    }
  }

  /**
   * Counts again what {@code user}'s {@code tip} was chosen by; empty when there is no such
   * decision, or none with habits in this {@code schema}.
   */
  public static Optional<Recount> of(EventLog log, FeatureSchema schema, UserId user, TipId tip) {
    return log.about(user, tip).stream()
        .filter(row -> isOf(schema, row))
        .findFirst()
        .map(row -> new Row(schema, row, (Decided) row.event()))
        .map(row -> of(log, row));
  }

  private static boolean isOf(FeatureSchema schema, Recorded row) {
    return row.event() instanceof Decided decided
        && decided.by().schema() == schema.fingerprint()
        && schema.blocks().stream().anyMatch(block -> block.name().equals(Columns.MOMENT));
  }

  private static Recount of(EventLog log, Row row) {
    if (row.moment(Columns.KNOWN) == 0) {
      return new Recount(true, 0, 0, difference(row, Columns.ABSENT));
    }
    List<Recorded> before = row.before(log);
    int read = before.size();
    while (read > 0 && !Columns.isTold(before.get(read - 1).seq(), row.moment(Columns.ROW))) {
      read--;
    }
    long asOf = read == 0 ? 0 : before.get(read - 1).seq();
    Lately lately = Lately.of(log, row.decided().user(), asOf);
    Columns again = Columns.of(lately, row.decided().at().toEpochMilli());
    return new Recount(false, asOf, before.size() - read, difference(row, again));
  }

  private static Optional<String> difference(Row row, Columns again) {
    Optional<String> moment =
        IntStream.range(0, Columns.OF_MOMENT.size())
            .filter(j -> !isSame(row.moment(j), again.moment()[j]))
            .mapToObj(j -> Columns.MOMENT + "=" + Columns.OF_MOMENT.get(j))
            .findFirst();
    return moment.or(
        () ->
            IntStream.range(0, row.decided().slate().size())
                .boxed()
                .flatMap(i -> differences(row, i, again).boxed().map(j -> of(row, i, j)))
                .findFirst());
  }

  private static IntStream differences(Row row, int index, Columns again) {
    float[] kind = again.kind(row.decided().slate().kinds().get(index));
    return IntStream.range(0, kind.length).filter(j -> !isSame(row.candidate(index, j), kind[j]));
  }

  private static String of(Row row, int index, int column) {
    String name = Columns.KIND + "=" + Columns.OF_KIND.get(column);
    return name + " of " + row.decided().slate().candidates().get(index);
  }

  private static boolean isSame(float logged, float again) {
    return Float.floatToIntBits(logged) == Float.floatToIntBits(again);
  }
}
