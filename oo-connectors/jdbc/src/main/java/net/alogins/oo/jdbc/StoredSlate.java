package net.alogins.oo.jdbc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.tip.TipScore;
import org.jooq.tools.json.JSONArray;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.ParseException;

/** What one policy thought of the slate of one tip, as a row has it. */
final class StoredSlate {

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
    for (TipScore score : scores) {
      put(score.features(), features);
    }
    List<List<?>> candidates = scores.stream().<List<?>>map(StoredSlate::fields).toList();
    return new StoredSlate(new JSONArray(candidates).toString(), features.array());
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

  private static List<?> fields(TipScore score) {
    return List.of(
        score.candidate().source(),
        score.candidate().key(),
        score.tipKind(),
        score.score(),
        score.propensity(),
        score.seq(),
        score.micros(),
        score.promptVersion(),
        score.llmModel());
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
