package net.alogins.oo.jdbc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.tip.TipScore;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.ParseException;

/** What one policy thought of the slate of one tip, as a row has it. */
final class StoredSlate {

  /** What a candidate takes, in characters. */
  private static final int USUAL = 96;

  private final String candidates;
  private final byte[] features;

  /**
   * What a row has.
   *
   * @param candidates a JSON array of an array for each candidate, see {@link #fields}
   * @param features theirs, one after the other: float32, big-endian
   */
  StoredSlate(String candidates, byte[] features) {
    this.candidates = candidates;
    this.features = features;
  }

  /** The row of {@code scores}, of which there is one at least. */
  static StoredSlate of(List<TipScore> scores) {
    int width = scores.get(0).features().size();
    ByteBuffer features = ByteBuffer.allocate(scores.size() * width * Float.BYTES);
    StringBuilder candidates = new StringBuilder(scores.size() * USUAL);
    for (TipScore score : scores) {
      put(score.features(), features);
      fields(score, candidates.append(candidates.isEmpty() ? "[[" : ",["));
      candidates.append(']');
    }
    return new StoredSlate(candidates.append(']').toString(), features.array());
  }

  String candidates() {
    return candidates;
  }

  byte[] features() {
    return features;
  }

  private static void put(FloatColumn column, ByteBuffer features) {
    for (int i = 0; i < column.size(); i++) {
      features.putFloat(column.get(i));
    }
  }

  private static void fields(TipScore score, StringBuilder out) {
    text(score.candidate().source(), out);
    text(score.candidate().key(), out.append(','));
    text(score.tipKind(), out.append(','));
    out.append(',').append(score.score()).append(',').append(score.propensity());
    out.append(',').append(score.seq()).append(',').append(score.micros());
    text(score.promptVersion(), out.append(','));
    text(score.llmModel(), out.append(','));
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < ' ') {
        out.append("\\u00").append(one < 16 ? '0' : '1').append(Character.forDigit(one % 16, 16));
      } else if (one == '"' || one == '\\') {
        out.append('\\').append(one);
      } else {
        out.append(one);
      }
    }
    out.append('"');
  }

  /** A score for each candidate, of {@code policy} and {@code tip}. */
  List<TipScore> scores(TipId tip, String policy) {
    List<?> all = array(candidates);
    int width = features.length / all.size();
    return IntStream.range(0, all.size())
        .mapToObj(i -> score(tip, policy, (List<?>) all.get(i), floats(i * width, width)))
        .toList();
  }

  private static List<?> array(String json) {
    try {
      return (List<?>) new JSONParser().parse(json);
    } catch (ParseException damaged) {
      throw new StoreException("a row of scores must be JSON but was not", damaged);
    }
  }

  private static TipScore score(TipId tip, String policy, List<?> fields, FloatColumn features) {
    return new TipScore(
        tip,
        policy,
        number(fields.get(5)).longValue(),
        new CandidateId(text(fields.get(0)), text(fields.get(1))),
        features,
        number(fields.get(3)).doubleValue(),
        number(fields.get(4)).doubleValue(),
        number(fields.get(6)).longValue(),
        text(fields.get(7)),
        text(fields.get(8)),
        text(fields.get(2)));
  }

  private static Number number(Object field) {
    return (Number) field;
  }

  private static String text(Object field) {
    return (String) field;
  }

  private FloatColumn floats(int from, int length) {
    float[] values = new float[length / Float.BYTES];
    ByteBuffer.wrap(features, from, length).asFloatBuffer().get(values);
    return FloatColumn.of(values);
  }
}
