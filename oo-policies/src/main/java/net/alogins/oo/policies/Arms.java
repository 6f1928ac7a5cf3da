package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.policy.FeatureSchema;
import net.alogins.oo.policy.Slate;

/**
 * One regression for each arm, where the schema crosses a block with the arm; else one for all. At
 * most {@value #MOST} have their own, those that come later share one.
 *
 * @param isEach whether candidates have their own
 * @param models by the arm's name; who is not among them is as if unseen
 */
record Arms(boolean isEach, Map<String, Ridge> models) {

  static final int MOST = 1_000;

  /** All candidates, or those that have no own. */
  private static final String REST = "";

  Arms {
    models = Map.copyOf(models);
  }

  static Arms none(FeatureSchema schema) {
    return new Arms(schema.hasArms(), Map.of());
  }

  /** The name under which a candidate is learned. */
  String name(CandidateId candidate) {
    if (!isEach) {
      return REST;
    }
    String own = candidate.source() + "/" + candidate.key();
    return models.containsKey(own) || models.size() < MOST ? own : REST;
  }

  /** What is known of an arm. */
  Ridge of(String name, Supplier<Ridge> unseen) {
    Ridge known = models.get(name);
    return known == null ? unseen.get() : known;
  }

  /** How many rows all have seen. */
  long rows() {
    return models.values().stream().mapToLong(Ridge::rows).sum();
  }

  /**
   * What is believed of the candidates of a slate; those that are unseen share a regression.
   *
   * @param see what is seen of each full row
   */
  Belief belief(Slate slate, UnaryOperator<double[]> see, Supplier<Ridge> unseen) {
    if (!isEach) {
      return new RidgeBelief(of(REST, unseen), slate, see);
    }
    Map<String, Ridge> fresh = new HashMap<>();
    List<Ridge> each =
        slate.candidates().stream()
            .map(this::name)
            .map(name -> of(name, () -> fresh.computeIfAbsent(REST, rest -> unseen.get())))
            .toList();
    return new ArmsBelief(each, Rows.of(slate, see), rows());
  }

  /** The same with another model of one arm. */
  Arms with(String name, Ridge model) {
    Map<String, Ridge> next = new HashMap<>(models);
    next.put(name, model);
    return new Arms(isEach, next);
  }

  /** What both have seen. */
  Arms plus(Arms other) {
    Map<String, Ridge> sum = new HashMap<>(models);
    other.models.forEach((name, model) -> sum.merge(name, model, Ridge::plus));
    return new Arms(isEach, sum);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(models.size());
    for (Map.Entry<String, Ridge> arm : new TreeMap<>(models).entrySet()) {
      out.writeUTF(arm.getKey());
      arm.getValue().write(out);
    }
  }

  static Arms read(FeatureSchema schema, DataInput in) throws IOException {
    Map<String, Ridge> models = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      models.put(in.readUTF(), Ridge.read(in));
    }
    return new Arms(schema.hasArms(), models);
  }
}
