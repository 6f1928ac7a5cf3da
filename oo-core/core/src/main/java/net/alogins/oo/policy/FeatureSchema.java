package net.alogins.oo.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.policy.Block.Side;

/**
 * The names and the order of all features: which columns describe the context, which a candidate,
 * and which blocks are crossed.
 *
 * <p>A full row is {@code [context | candidate | crosses in declared order]}; within a cross the
 * column of the context counts slow and that of the candidate fast. Only context and candidate
 * columns are ever stored; crosses are multiplied out by {@link #expand}, at a cost of the row's
 * width, or folded into weights by {@link #fold}, once for all candidates.
 */
public final class FeatureSchema {

  private final List<Block> blocks;
  private final List<Cross> crosses;
  private final List<String> columns;
  private final List<String> origins;
  private final int[][] pairs;
  private final int contextWidth;
  private final int candidateWidth;
  private final long fingerprint;

  private FeatureSchema(List<Block> blocks, List<Cross> crosses) {
    this.blocks = blocks;
    this.crosses = crosses;
    this.contextWidth = widthOf(blocks, Side.CONTEXT);
    this.candidateWidth = widthOf(blocks, Side.CANDIDATE);
    this.pairs =
        crosses.stream().filter(c -> !c.isArm()).flatMap(this::pairsOf).toArray(int[][]::new);
    this.columns = perColumn(Block::columnName, " × ");
    this.origins = perColumn((block, j) -> block.name(), "×");
    this.fingerprint = fingerprintOf(canonical());
  }

  /**
   * A schema of these blocks and crosses.
   *
   * @throws IllegalArgumentException if two blocks share a name or a cross names no such block
   */
  public static FeatureSchema of(List<Block> blocks, List<Cross> crosses) {
    if (blocks.stream().map(Block::name).distinct().count() < blocks.size()) {
      throw new IllegalArgumentException(
          "feature blocks must have different names but were " + blocks);
    }
    requireNarrow(blocks, Side.CONTEXT);
    requireNarrow(blocks, Side.CANDIDATE);
    Stream<List<String>> names = crosses.stream().map(c -> List.of(c.context(), c.candidate()));
    if (names.distinct().count() < crosses.size()) {
      throw new IllegalArgumentException("crosses must be declared once but were " + crosses);
    }
    for (Cross cross : crosses) {
      check(blocks, cross.context(), Side.CONTEXT);
      if (!cross.isArm()) {
        check(blocks, cross.candidate(), Side.CANDIDATE);
      }
    }
    return new FeatureSchema(List.copyOf(blocks), List.copyOf(crosses));
  }

  private static void requireNarrow(List<Block> blocks, Side side) {
    int width = widthOf(blocks, side);
    if (width > Decided.MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "a schema must have at most %d columns on the %s side but had %d"
              .formatted(Decided.MOST_COLUMNS, side, width));
    }
  }

  private static void check(List<Block> blocks, String name, Side side) {
    if (blocks.stream().noneMatch(b -> b.name().equals(name) && b.side() == side)) {
      throw new IllegalArgumentException(
          "a cross must name a " + side + " block of the schema but was " + name);
    }
  }

  /** The blocks in declared order. */
  public List<Block> blocks() {
    return blocks;
  }

  /** The crosses in declared order. */
  public List<Cross> crosses() {
    return crosses;
  }

  /** Whether a context block is crossed with the arm. */
  public boolean hasArms() {
    return crosses.stream().anyMatch(Cross::isArm);
  }

  /** The number of context columns. */
  public int contextWidth() {
    return contextWidth;
  }

  /** The number of candidate columns. */
  public int candidateWidth() {
    return candidateWidth;
  }

  /** The number of columns of a full row. */
  public int width() {
    return columns.size();
  }

  /** The names of the columns of a full row: {@code block=column}, crossed ones with a ×. */
  public List<String> columns() {
    return columns;
  }

  /** 64 bits that change whenever a name or the order changes. */
  public long fingerprint() {
    return fingerprint;
  }

  /** The indices in a full row of every column whose block, or pair of blocks, is in {@code of}. */
  public int[] indicesOf(List<String> of) {
    return IntStream.range(0, width()).filter(j -> of.contains(origins.get(j))).toArray();
  }

  /**
   * Writes the full row of candidate {@code index} of {@code slate}.
   *
   * @param row {@link #width} values, overwritten
   */
  public void expand(Slate slate, int index, double[] row) {
    for (int j = 0; j < contextWidth; j++) {
      row[j] = slate.context().get(j);
    }
    int from = index * candidateWidth;
    for (int j = 0; j < candidateWidth; j++) {
      row[contextWidth + j] = slate.features().get(from + j);
    }
    for (int k = 0; k < pairs.length; k++) {
      row[contextWidth + candidateWidth + k] = row[pairs[k][0]] * row[pairs[k][1]];
    }
  }

  /**
   * Folds what a context is known to be into the weights of a full row: for every candidate, full
   * row times {@code weights} is what is returned, plus its own columns times {@code own}.
   *
   * @param own {@link #candidateWidth()} values, overwritten
   */
  public double fold(FloatColumn context, double[] weights, double[] own) {
    double same = 0;
    for (int j = 0; j < contextWidth; j++) {
      same += weights[j] * context.get(j);
    }
    System.arraycopy(weights, contextWidth, own, 0, candidateWidth);
    for (int k = 0, j = contextWidth + candidateWidth; k < pairs.length; k++, j++) {
      own[pairs[k][1] - contextWidth] += weights[j] * context.get(pairs[k][0]);
    }
    return same;
  }

  private Stream<int[]> pairsOf(Cross cross) {
    int[] right = columnsOf(cross.candidate());
    return Arrays.stream(columnsOf(cross.context()))
        .boxed()
        .flatMap(a -> Arrays.stream(right).mapToObj(b -> new int[] {a, b}));
  }

  private int[] columnsOf(String name) {
    int from = inOrder().takeWhile(b -> !b.name().equals(name)).mapToInt(Block::width).sum();
    int width = inOrder().filter(b -> b.name().equals(name)).mapToInt(Block::width).sum();
    return IntStream.range(from, from + width).toArray();
  }

  /** The blocks in the order of their columns. */
  private Stream<Block> inOrder() {
    return Arrays.stream(Side.values())
        .flatMap(side -> blocks.stream().filter(block -> block.side() == side));
  }

  private List<String> perColumn(BiFunction<Block, Integer, String> of, String times) {
    List<String> all = new ArrayList<>();
    inOrder().forEach(b -> IntStream.range(0, b.width()).forEach(j -> all.add(of.apply(b, j))));
    for (int[] pair : pairs) {
      all.add(all.get(pair[0]) + times + all.get(pair[1]));
    }
    return List.copyOf(all);
  }

  private static int widthOf(List<Block> blocks, Side side) {
    return blocks.stream().filter(b -> b.side() == side).mapToInt(Block::width).sum();
  }

  /** Every name with its length in front, so that no two schemas are written alike. */
  private String canonical() {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append(block.side() == Side.CONTEXT ? "x" : "c").append(block.width());
      write(text, block.name());
      block.columns().forEach(column -> write(text, column));
    }
    for (Cross cross : crosses) {
      write(text.append("*"), cross.context());
      write(text, cross.candidate());
    }
    return text.toString();
  }

  private static void write(StringBuilder text, String name) {
    text.append(':').append(name.length()).append(':').append(name);
  }

  /** FNV-1a, 64 bits, over the UTF-8 of the canonical text. */
  private static long fingerprintOf(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (value & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
