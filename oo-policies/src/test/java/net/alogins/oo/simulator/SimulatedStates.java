package net.alogins.oo.simulator;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.alogins.oo.id.UserId;
import net.alogins.oo.memory.InMemoryStateStore;
import net.alogins.oo.policy.Saved;
import net.alogins.oo.policy.StateKey;
import net.alogins.oo.policy.StateStore;

/**
 * Snapshots on a simulated disk. People's parts are durable when the shared part is that makes a
 * snapshot of them; a crash in between keeps some, or none, of those.
 */
final class SimulatedStates implements StateStore {

  private static final byte OWN = 1;
  private static final byte SHARED = 2;
  private static final byte DROP = 3;
  private static final byte MISSING = 4;
  private static final long AHEAD = 3;
  private static final Saved NOTHING = new Saved(0, new byte[0]);

  /** One part of a person. */
  record Part(StateKey key, UserId user, long seq) {}

  private final Journal journal;
  private final Flaw flaw;
  private final StateStore kept = new InMemoryStateStore();
  private final Map<StateKey, Saved> newest = new LinkedHashMap<>();
  private final Map<Part, Saved> parts = new LinkedHashMap<>();
  private final Set<Part> missing = new HashSet<>();
  private int saves;

  SimulatedStates(Journal journal, Flaw flaw) {
    this.journal = journal;
    this.flaw = flaw;
    journal.recover().forEach(this::recover);
  }

  private void recover(byte[] record) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      int type = in.readByte();
      StateKey key = new StateKey(in.readUTF(), in.readUTF());
      switch (type) {
        case OWN -> own(key, flaw == Flaw.FORGETS_PEOPLE ? Map.of() : people(in));
        case SHARED -> shared(key, saved(in), in.readBoolean());
        case DROP -> dropped(key, in.readLong());
        default -> missing.add(new Part(key, new UserId(in.readUTF()), in.readLong()));
      }
    } catch (IOException malformed) {
      throw new UncheckedIOException("a record of states must be readable", malformed);
    }
  }

  private static Map<UserId, Saved> people(DataInputStream in) throws IOException {
    Map<UserId, Saved> people = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      people.put(new UserId(in.readUTF()), saved(in));
    }
    return people;
  }

  private static Saved saved(DataInputStream in) throws IOException {
    return new Saved(in.readLong(), in.readNBytes(in.readInt()));
  }

  private static void write(DataOutputStream out, Saved saved) throws IOException {
    out.writeLong(saved.seq());
    out.writeInt(saved.body().length);
    out.write(saved.body());
  }

  private static byte[] record(int type, StateKey key, LogFormat.Fields fields) {
    return LogFormat.record(
        type,
        out -> {
          out.writeUTF(key.policy());
          out.writeUTF(key.configuration());
          fields.write(out);
        });
  }

  private void own(StateKey key, Map<UserId, Saved> people) {
    kept.saveOwn(key, people);
    people.forEach((user, saved) -> parts.put(new Part(key, user, saved.seq()), saved));
    people.forEach((user, saved) -> missing.remove(new Part(key, user, saved.seq())));
  }

  private void shared(StateKey key, Saved saved, boolean isBase) {
    kept.saveShared(key, saved, isBase);
    newest.put(key, saved);
    saves++;
  }

  private void dropped(StateKey key, long seq) {
    kept.drop(key, seq);
    newest.computeIfPresent(key, (k, saved) -> saved.seq() > seq ? null : saved);
    parts.keySet().removeIf(part -> part.key().equals(key) && part.seq() > seq);
  }

  /** Damages a part of a snapshot as a failing disk would; says how, or nothing without one. */
  Optional<Fault> damage(SplittableRandom random) {
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    StateKey key = List.copyOf(newest.keySet()).get(random.nextInt(newest.size()));
    long seq = newest.getOrDefault(key, NOTHING).seq();
    List<Part> people =
        parts.keySet().stream().filter(p -> p.key().equals(key) && p.seq() <= seq).toList();
    if (people.isEmpty() || random.nextInt(3) == 0) {
      boolean isBase = kept.base(key).equals(OptionalLong.of(seq));
      Bent bent = bent(newest.getOrDefault(key, NOTHING), random);
      saveShared(key, bent.saved(), isBase);
      return Optional.of(bent.fault());
    }
    return Optional.of(damage(people.get(random.nextInt(people.size())), random));
  }

  private Fault damage(Part part, SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      journal.write(
          record(
              MISSING,
              part.key(),
              out -> {
                out.writeUTF(part.user().value());
                out.writeLong(part.seq());
              }),
          () -> missing.add(part));
      return Fault.SNAPSHOT_PERSON_MISSING;
    }
    Bent bent = bent(parts.getOrDefault(part, NOTHING), random);
    saveOwn(part.key(), Map.of(part.user(), bent.saved()));
    return bent.fault();
  }

  /** A saved state after it was damaged. */
  private record Bent(Saved saved, Fault fault) {}

  private static Bent bent(Saved saved, SplittableRandom random) {
    byte[] body = saved.body().clone();
    if (body.length == 0) {
      return new Bent(saved, Fault.SNAPSHOT_CUT_SHORT);
    }
    if (random.nextBoolean()) {
      byte[] some = Arrays.copyOf(body, random.nextInt(body.length));
      return new Bent(new Saved(saved.seq(), some), Fault.SNAPSHOT_CUT_SHORT);
    }
    body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return new Bent(new Saved(saved.seq(), body), Fault.SNAPSHOT_BIT_FLIPPED);
  }

  /** How many snapshots were saved, ever. */
  int saves() {
    return saves;
  }

  @Override
  public synchronized Optional<Saved> shared(StateKey key, long atMost) {
    journal.power().read();
    return kept.shared(key, atMost).map(saved -> claimed(saved, atMost));
  }

  private Saved claimed(Saved saved, long atMost) {
    return flaw == Flaw.SNAPSHOT_FROM_THE_FUTURE
        ? new Saved(Math.min(atMost, saved.seq() + AHEAD), saved.body())
        : saved;
  }

  @Override
  public synchronized Optional<Saved> own(StateKey key, UserId user, long atMost) {
    journal.power().read();
    return kept.own(key, user, atMost)
        .filter(saved -> !missing.contains(new Part(key, user, saved.seq())));
  }

  @Override
  public synchronized OptionalLong base(StateKey key) {
    journal.power().read();
    return kept.base(key);
  }

  @Override
  public synchronized void saveOwn(StateKey key, Map<UserId, Saved> people) {
    byte[] record =
        record(
            OWN,
            key,
            out -> {
              out.writeInt(people.size());
              for (Map.Entry<UserId, Saved> person : sorted(people).entrySet()) {
                out.writeUTF(person.getKey().value());
                write(out, person.getValue());
              }
            });
    journal.write(record, () -> own(key, sorted(people)));
  }

  private static Map<UserId, Saved> sorted(Map<UserId, Saved> people) {
    Map<UserId, Saved> sorted = new TreeMap<>(Comparator.comparing(UserId::value));
    sorted.putAll(people);
    return sorted;
  }

  @Override
  public synchronized void saveShared(StateKey key, Saved shared, boolean isBase) {
    byte[] record =
        record(
            SHARED,
            key,
            out -> {
              write(out, shared);
              out.writeBoolean(isBase);
            });
    journal.snapshot(record, () -> shared(key, shared, isBase));
  }

  @Override
  public synchronized void drop(StateKey key, long seq) {
    byte[] record = record(DROP, key, out -> out.writeLong(seq));
    journal.commit(record, () -> dropped(key, seq));
  }
}
