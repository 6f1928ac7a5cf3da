package net.alogins.oo.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.context.Context;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;

/**
 * Turns a context and its candidates into a {@link Slate} of numbers, rounded to float32 before
 * anything is ranked, so that a logged row ranks again bit for bit.
 */
public final class Features {

  private final Feature[] features;
  private final FeatureSchema schema;
  private final boolean isContent;
  private volatile Encoded latest = new Encoded(List.of(), List.of(), FloatColumn.of());

  /** What was made of candidates. */
  private record Encoded(List<Candidate> of, List<CandidateId> ids, FloatColumn rows) {}

  private Features(List<Feature> features, FeatureSchema schema) {
    this.features = features.toArray(Feature[]::new);
    this.schema = schema;
    this.isContent = features.stream().noneMatch(Features::isMoving);
  }

  /** These features in this order, with their blocks crossed as declared. */
  public static Features of(List<Feature> features, List<Cross> crosses) {
    List<Block> blocks = features.stream().map(Feature::block).toList();
    return new Features(features, FeatureSchema.of(blocks, crosses));
  }

  /** What oO looks at when the host does not say: {@link StandardFeatures}. */
  public static Features standard() {
    return StandardFeatures.all();
  }

  /** What the numbers mean. */
  public FeatureSchema schema() {
    return schema;
  }

  /** These features and one more. */
  public Features and(Feature feature, Cross... crossed) {
    List<Feature> more = new ArrayList<>(List.of(features));
    more.add(feature);
    List<Cross> crosses = new ArrayList<>(schema.crosses());
    crosses.addAll(List.of(crossed));
    return of(more, crosses);
  }

  /** Whether it says something else of the same candidate at another moment. */
  private static boolean isMoving(Feature feature) {
    return feature instanceof Feature.OfCandidate known
        && !(known.encoder() instanceof Feature.ContentEncoder);
  }

  /** The numbers of {@code candidates} in {@code context}. */
  public Slate slate(Context context, List<Candidate> candidates) {
    Encoded all = latest;
    if (!all.of().equals(candidates)) {
      all = encoded(context, candidates);
      latest = isContent ? all : latest;
    }
    return new Slate(context.user(), context.now(), schema, all.ids(), encode(context), all.rows());
  }

  private Encoded encoded(Context context, List<Candidate> candidates) {
    int width = schema.candidateWidth();
    FloatColumn.Builder rows = FloatColumn.builder(candidates.size() * width);
    int from = 0;
    for (Feature feature : features) {
      if (feature instanceof Feature.OfCandidate known) {
        Row row = new Row(rows, known.block());
        for (int i = 0; i < candidates.size(); i++) {
          known.encoder().encode(context, candidates.get(i), row.at(from + i * width));
        }
        from += known.block().width();
      }
    }
    CandidateId[] ids = new CandidateId[candidates.size()];
    Arrays.setAll(ids, i -> candidates.get(i).id());
    List<Candidate> of = isContent ? List.copyOf(candidates) : List.of();
    return new Encoded(of, List.of(ids), rows.build());
  }

  private FloatColumn encode(Context context) {
    FloatColumn.Builder values = FloatColumn.builder(schema.contextWidth());
    int from = 0;
    for (Feature feature : features) {
      if (feature instanceof Feature.OfContext known) {
        known.encoder().encode(context, new Row(values, known.block()).at(from));
        from += known.block().width();
      }
    }
    return values.build();
  }
}
