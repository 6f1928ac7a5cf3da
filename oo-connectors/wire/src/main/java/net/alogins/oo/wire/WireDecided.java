package net.alogins.oo.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.alogins.oo.event.Decided;
import net.alogins.oo.event.DoubleColumn;
import net.alogins.oo.event.FloatColumn;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/** Decisions on the wire; no field is lost on the way there and back. */
final class WireDecided {

  private WireDecided() {}

  static net.alogins.oo.wire.v1.Decided of(Decided decided) {
    var wire =
        net.alogins.oo.wire.v1.Decided.newBuilder()
            .setTip(decided.tip().toString())
            .setTimes(of(decided.times()))
            .setBy(of(decided.by()))
            .setSlate(of(decided.slate()))
            .setChosen(decided.chosen())
            .setExploration(decided.exploration())
            .setCard(of(decided.card()));
    decided
        .reasons()
        .forEach(
            each -> wire.addReasonsBuilder().setFeature(each.feature()).setAmount(each.amount()));
    decided
        .removed()
        .forEach(
            each ->
                wire.addRemovedBuilder()
                    .setCandidate(of(each.candidate()))
                    .setFilter(each.filter()));
    decided
        .missing()
        .forEach(each -> wire.addMissingBuilder().setSource(each.source()).setCause(each.cause()));
    decided
        .stages()
        .forEach(each -> wire.addStagesBuilder().setName(each.name()).setMicros(each.micros()));
    return wire.build();
  }

  static Decided read(UserId user, Instant at, net.alogins.oo.wire.v1.Decided wire) {
    return new Decided(
        user,
        at,
        TipId.parse(wire.getTip()),
        times(wire.getTimes()),
        new Decided.By(
            wire.getBy().getPolicy(), wire.getBy().getSchema(), wire.getBy().getSequence()),
        slate(wire.getSlate()),
        wire.getChosen(),
        wire.getExploration(),
        card(wire.getCard()),
        wire.getReasonsList().stream()
            .map(each -> new Decided.Reason(each.getFeature(), each.getAmount()))
            .toList(),
        wire.getRemovedList().stream()
            .map(each -> new Decided.Removed(id(each.getCandidate()), each.getFilter()))
            .toList(),
        wire.getMissingList().stream()
            .map(each -> new Decided.Missing(each.getSource(), each.getCause()))
            .toList(),
        wire.getStagesList().stream()
            .map(each -> new Decided.Stage(each.getName(), each.getMicros()))
            .toList());
  }

  private static net.alogins.oo.wire.v1.Times of(Decided.Times times) {
    return net.alogins.oo.wire.v1.Times.newBuilder()
        .setOpen(Times.of(times.open()))
        .setJoin(Times.of(times.join()))
        .setAmend(Times.of(times.amend()))
        .build();
  }

  private static Decided.Times times(net.alogins.oo.wire.v1.Times wire) {
    return new Decided.Times(
        Times.of(wire.getOpen()), Times.of(wire.getJoin()), Times.of(wire.getAmend()));
  }

  private static net.alogins.oo.wire.v1.By of(Decided.By by) {
    return net.alogins.oo.wire.v1.By.newBuilder()
        .setPolicy(by.policy())
        .setSchema(by.schema())
        .setSequence(by.seq())
        .build();
  }

  private static net.alogins.oo.wire.v1.Slate of(Decided.Slate slate) {
    var wire = net.alogins.oo.wire.v1.Slate.newBuilder().addAllKinds(slate.kinds());
    slate.candidates().forEach(each -> wire.addCandidates(of(each)));
    slate.origins().forEach(each -> wire.addOrigins(of(each)));
    FloatColumn context = slate.context();
    for (int i = 0; i < context.size(); i++) {
      wire.addContext(context.get(i));
    }
    FloatColumn features = slate.features();
    for (int i = 0; i < features.size(); i++) {
      wire.addFeatures(features.get(i));
    }
    for (int i = 0; i < slate.size(); i++) {
      wire.addScores(slate.scores().get(i)).addPropensities(slate.propensities().get(i));
    }
    return wire.build();
  }

  private static Decided.Slate slate(net.alogins.oo.wire.v1.Slate wire) {
    return new Decided.Slate(
        wire.getCandidatesList().stream().map(WireDecided::id).toList(),
        wire.getKindsList(),
        wire.getOriginsList().stream().map(WireDecided::origin).toList(),
        floats(wire.getContextList()),
        floats(wire.getFeaturesList()),
        doubles(wire.getScoresList()),
        doubles(wire.getPropensitiesList()));
  }

  private static FloatColumn floats(List<Float> values) {
    FloatColumn.Builder column = FloatColumn.builder(values.size());
    for (int i = 0; i < values.size(); i++) {
      column.set(i, values.get(i));
    }
    return column.build();
  }

  private static DoubleColumn doubles(List<Double> values) {
    DoubleColumn.Builder column = DoubleColumn.builder(values.size());
    for (int i = 0; i < values.size(); i++) {
      column.set(i, values.get(i));
    }
    return column.build();
  }

  private static net.alogins.oo.wire.v1.CandidateId of(CandidateId id) {
    return net.alogins.oo.wire.v1.CandidateId.newBuilder()
        .setSource(id.source())
        .setKey(id.key())
        .build();
  }

  private static CandidateId id(net.alogins.oo.wire.v1.CandidateId wire) {
    return new CandidateId(wire.getSource(), wire.getKey());
  }

  private static net.alogins.oo.wire.v1.Origin of(Decided.Origin origin) {
    return net.alogins.oo.wire.v1.Origin.newBuilder()
        .setAlias(origin.alias())
        .setModel(origin.model())
        .setPrompt(origin.prompt())
        .build();
  }

  private static Decided.Origin origin(net.alogins.oo.wire.v1.Origin wire) {
    return new Decided.Origin(wire.getAlias(), wire.getModel(), wire.getPrompt());
  }

  private static net.alogins.oo.wire.v1.Card of(Decided.Card card) {
    var wire = net.alogins.oo.wire.v1.Card.newBuilder().setTitle(card.title()).setLink(card.link());
    card.due().map(LocalDate::toString).ifPresent(wire::setDue);
    card.created().map(LocalDate::toString).ifPresent(wire::setCreated);
    card.minutes().ifPresent(wire::setMinutes);
    card.priority().ifPresent(wire::setPriority);
    return wire.build();
  }

  private static Decided.Card card(net.alogins.oo.wire.v1.Card wire) {
    return new Decided.Card(
        wire.getTitle(),
        wire.getLink(),
        day(wire.hasDue(), wire.getDue()),
        day(wire.hasCreated(), wire.getCreated()),
        wire.hasMinutes() ? OptionalInt.of(wire.getMinutes()) : OptionalInt.empty(),
        wire.hasPriority() ? OptionalInt.of(wire.getPriority()) : OptionalInt.empty());
  }

  private static Optional<LocalDate> day(boolean present, String text) {
    return present ? Optional.of(LocalDate.parse(text)) : Optional.empty();
  }
}
