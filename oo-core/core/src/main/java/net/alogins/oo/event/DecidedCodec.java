package net.alogins.oo.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import net.alogins.oo.event.Decided.Origin;
import net.alogins.oo.event.Decided.Slate;
import net.alogins.oo.id.CandidateId;
import net.alogins.oo.id.TipId;
import net.alogins.oo.id.UserId;

/**
 * The fields of a decision, column by column.
 *
 * <p>Repeated words (sources, kinds, origins, filters) are written once, in a dictionary in front.
 * A row of features is sparse: the number of its non-zero values, then for each the gap to its
 * column, doubled, plus one when the value is exactly 1; any other value follows as float32. Most
 * features are indicators, so a candidate costs about 20 bytes beside its key.
 */
final class DecidedCodec {

  private DecidedCodec() {}

  static void write(EventWriter out, Decided decided) {
    out.writeTip(decided.tip());
    writeTimes(out, decided);
    writeBy(out, decided.by());
    Map<String, Integer> words = words(decided);
    out.writeNumber(words.size());
    words.keySet().forEach(out::writeText);
    writeSlate(out, words, decided.slate());
    out.writeNumber(2L * decided.chosen() + (decided.exploration() ? 1 : 0));
    writeCard(out, decided.card());
    out.writeNumber(decided.reasons().size());
    for (Decided.Reason reason : decided.reasons()) {
      out.writeText(reason.feature());
      out.writeDouble(reason.amount());
    }
    out.writeNumber(decided.removed().size());
    for (Decided.Removed removed : decided.removed()) {
      writeCandidate(out, words, removed.candidate());
      writeWord(out, words, removed.filter());
    }
    out.writeNumber(decided.missing().size());
    for (Decided.Missing missing : decided.missing()) {
      out.writeText(missing.source());
      out.writeText(missing.cause());
    }
    out.writeNumber(decided.stages().size());
    for (Decided.Stage stage : decided.stages()) {
      out.writeText(stage.name());
      out.writeNumber(stage.micros());
    }
  }

  static Decided read(EventReader in, UserId user, Instant at) {
    TipId tip = in.readTip();
    Decided.Times times = readTimes(in, at);
    Decided.By by = new Decided.By(in.readText(), in.bytes().getLong(), in.readNumber());
    List<String> words = in.list(EventReader::readText);
    Slate slate = readSlate(in, words);
    long choice = in.readNumber();
    Decided.Card card = readCard(in);
    return new Decided(
        user,
        at,
        tip,
        times,
        by,
        slate,
        (int) (choice >>> 1),
        (choice & 1) == 1,
        card,
        in.list(r -> new Decided.Reason(r.readText(), r.bytes().getDouble())),
        in.list(r -> new Decided.Removed(readCandidate(r, words), word(r, words))),
        in.list(r -> new Decided.Missing(r.readText(), r.readText())),
        in.list(r -> new Decided.Stage(r.readText(), r.readNumber())));
  }

  private static void writeTimes(EventWriter out, Decided decided) {
    long at = decided.at().toEpochMilli();
    out.writeSigned(decided.times().open().toEpochMilli() - at);
    out.writeSigned(decided.times().join().toEpochMilli() - at);
    out.writeSigned(decided.times().amend().toEpochMilli() - at);
  }

  private static Decided.Times readTimes(EventReader in, Instant at) {
    return new Decided.Times(
        at.plusMillis(in.readSigned()),
        at.plusMillis(in.readSigned()),
        at.plusMillis(in.readSigned()));
  }

  private static void writeBy(EventWriter out, Decided.By by) {
    out.writeText(by.policy());
    out.writeLong(by.schema());
    out.writeNumber(by.seq());
  }

  private static void writeSlate(EventWriter out, Map<String, Integer> words, Slate slate) {
    out.writeNumber(slate.size());
    out.writeNumber(slate.context().size());
    out.writeNumber(slate.width());
    List<Origin> origins = slate.origins().stream().distinct().toList();
    out.writeNumber(origins.size());
    for (Origin origin : origins) {
      writeWord(out, words, origin.alias());
      writeWord(out, words, origin.model());
      writeWord(out, words, origin.prompt());
    }
    for (int i = 0; i < slate.size(); i++) {
      writeCandidate(out, words, slate.candidates().get(i));
      writeWord(out, words, slate.kinds().get(i));
      out.writeNumber(origins.indexOf(slate.origins().get(i)));
    }
    writeRow(out, slate.context(), 0, slate.context().size());
    for (int i = 0; i < slate.size(); i++) {
      writeRow(out, slate.features(), i * slate.width(), slate.width());
    }
    for (int i = 0; i < slate.size(); i++) {
      out.writeDouble(slate.scores().get(i));
    }
    for (int i = 0; i < slate.size(); i++) {
      out.writeDouble(slate.propensities().get(i));
    }
  }

  private static Slate readSlate(EventReader in, List<String> words) {
    int n = in.readCount();
    int contextWidth = in.readWidth(1);
    int width = in.readWidth(n);
    List<Origin> all = in.list(r -> new Origin(word(r, words), word(r, words), word(r, words)));
    List<CandidateId> candidates = new ArrayList<>(n);
    List<String> kinds = new ArrayList<>(n);
    List<Origin> origins = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      candidates.add(readCandidate(in, words));
      kinds.add(word(in, words));
      origins.add(all.get((int) in.readNumber()));
    }
    return new Slate(
        candidates,
        kinds,
        origins,
        readRows(in, 1, contextWidth),
        readRows(in, n, width),
        readDoubles(in, n),
        readDoubles(in, n));
  }

  private static void writeCandidate(
      EventWriter out, Map<String, Integer> words, CandidateId candidate) {
    writeWord(out, words, candidate.source());
    out.writeText(candidate.key());
  }

  private static CandidateId readCandidate(EventReader in, List<String> words) {
    return new CandidateId(word(in, words), in.readText());
  }

  private static void writeRow(EventWriter out, FloatColumn values, int from, int width) {
    int filled = 0;
    for (int j = 0; j < width; j++) {
      filled += values.get(from + j) == 0 ? 0 : 1;
    }
    out.writeNumber(filled);
    int last = -1;
    for (int j = 0; j < width; j++) {
      float value = values.get(from + j);
      if (value != 0) {
        out.writeNumber(2L * (j - last - 1) + (value == 1 ? 1 : 0));
        last = j;
        if (value != 1) {
          out.writeInt(Float.floatToIntBits(value));
        }
      }
    }
  }

  private static FloatColumn readRows(EventReader in, int rows, int width) {
    FloatColumn.Builder values = FloatColumn.builder(Math.multiplyExact(rows, width));
    for (int i = 0; i < rows; i++) {
      int column = -1;
      for (int left = in.readCount(); left > 0; left--) {
        long code = in.readNumber();
        column = Math.toIntExact(column + 1 + (code >>> 1));
        Objects.checkIndex(column, width);
        values.set(i * width + column, (code & 1) == 1 ? 1 : in.bytes().getFloat());
      }
    }
    return values.build();
  }

  private static DoubleColumn readDoubles(EventReader in, int n) {
    DoubleColumn.Builder values = DoubleColumn.builder(n);
    for (int i = 0; i < n; i++) {
      values.set(i, in.bytes().getDouble());
    }
    return values.build();
  }

  private static void writeCard(EventWriter out, Decided.Card card) {
    out.writeText(card.title());
    out.writeText(card.link());
    writeDay(out, card.due());
    writeDay(out, card.created());
    out.writeNumber(card.minutes().orElse(-1) + 1L);
    out.writeNumber(card.priority().orElse(-1) + 1L);
  }

  private static Decided.Card readCard(EventReader in) {
    return new Decided.Card(
        in.readText(), in.readText(), readDay(in), readDay(in), readSmall(in), readSmall(in));
  }

  private static void writeDay(EventWriter out, Optional<LocalDate> day) {
    out.writeNumber(day.isPresent() ? 1 : 0);
    day.ifPresent(date -> out.writeSigned(date.toEpochDay()));
  }

  private static Optional<LocalDate> readDay(EventReader in) {
    return in.optional(in.readNumber() == 1, r -> LocalDate.ofEpochDay(r.readSigned()));
  }

  private static OptionalInt readSmall(EventReader in) {
    int value = (int) in.readNumber();
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value - 1);
  }

  private static String word(EventReader in, List<String> words) {
    return words.get((int) in.readNumber());
  }

  /** The dictionary of a decision's repeated words, in the order of their first use. */
  private static Map<String, Integer> words(Decided decided) {
    Map<String, Integer> words = new LinkedHashMap<>();
    Consumer<String> add = word -> words.putIfAbsent(word, words.size());
    Slate slate = decided.slate();
    for (int i = 0; i < slate.size(); i++) {
      add.accept(slate.candidates().get(i).source());
      add.accept(slate.kinds().get(i));
      add.accept(slate.origins().get(i).alias());
      add.accept(slate.origins().get(i).model());
      add.accept(slate.origins().get(i).prompt());
    }
    for (Decided.Removed removed : decided.removed()) {
      add.accept(removed.candidate().source());
      add.accept(removed.filter());
    }
    return words;
  }

  private static void writeWord(EventWriter out, Map<String, Integer> words, String word) {
    out.writeNumber(Objects.requireNonNull(words.get(word)));
  }
}
