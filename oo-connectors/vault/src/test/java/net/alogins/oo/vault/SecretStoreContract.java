package net.alogins.oo.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.alogins.oo.id.UserId;
import net.alogins.oo.signal.ConnectionId;
import net.alogins.oo.signal.Secret;
import net.alogins.oo.signal.Slot;
import org.junit.jupiter.api.Test;

/** What every store of sealed secrets must do. */
public abstract class SecretStoreContract {

  private static final Slot ADAS = slot("ada", "todoist", "one", Secret.ACCESS);

  /** Made by a subclass. */
  protected SecretStoreContract() {}

  /** A store without secrets. */
  protected abstract SecretStore store();

  private static Slot slot(String user, String connector, String connection, Secret secret) {
    return new Slot(new UserId(user), connector, new ConnectionId(connection), secret);
  }

  private static Sealed sealed(String text) {
    return Sealed.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_was_put_is_found_in_its_slot_and_in_no_other() {
    SecretStore store = store();
    store.put(ADAS, sealed("a"));

    assertThat(store.find(ADAS)).contains(sealed("a"));
    assertThat(store.find(slot("bob", "todoist", "one", Secret.ACCESS))).isEmpty();
    assertThat(store.find(slot("ada", "github", "one", Secret.ACCESS))).isEmpty();
    assertThat(store.find(slot("ada", "todoist", "two", Secret.ACCESS))).isEmpty();
    assertThat(store.find(slot("ada", "todoist", "one", Secret.REFRESH))).isEmpty();
  }

  @Test
  void what_is_put_takes_the_place_of_what_was_there() {
    SecretStore store = store();
    store.put(ADAS, sealed("a"));
    store.put(ADAS, sealed("b"));

    assertThat(store.find(ADAS)).contains(sealed("b"));
    assertThat(store.after(Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void any_bytes_come_back_as_they_were() {
    SecretStore store = store();
    byte[] all = new byte[10_000];
    IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
    store.put(ADAS, Sealed.of(all));
    store.put(slot("ada", "todoist", "two", Secret.ACCESS), Sealed.of(new byte[0]));

    assertThat(store.find(ADAS)).contains(Sealed.of(all));
    assertThat(store.find(slot("ada", "todoist", "two", Secret.ACCESS)))
        .contains(Sealed.of(new byte[0]));
  }

  @Test
  void what_is_there_is_replaced_only_if_it_is_what_was_seen() {
    SecretStore store = store();
    store.put(ADAS, sealed("a"));

    assertThat(store.replace(ADAS, sealed("x"), sealed("b"))).isFalse();
    assertThat(store.find(ADAS)).contains(sealed("a"));
    assertThat(store.replace(ADAS, sealed("a"), sealed("b"))).isTrue();
    assertThat(store.find(ADAS)).contains(sealed("b"));
  }

  @Test
  void what_is_gone_is_not_replaced() {
    SecretStore store = store();

    assertThat(store.replace(ADAS, sealed("a"), sealed("b"))).isFalse();
    assertThat(store.find(ADAS)).isEmpty();
  }

  @Test
  void of_those_who_replace_the_same_one_does() {
    SecretStore store = store();
    store.put(ADAS, sealed("a"));

    long replaced =
        IntStream.range(0, 16)
            .parallel()
            .filter(i -> store.replace(ADAS, sealed("a"), sealed("b" + i)))
            .count();

    assertThat(replaced).isEqualTo(1);
  }

  @Test
  void a_connection_is_forgotten_with_all_its_secrets_and_nothing_else() {
    SecretStore store = store();
    Slot other = slot("ada", "todoist", "two", Secret.ACCESS);
    store.put(ADAS, sealed("a"));
    store.put(slot("ada", "todoist", "one", Secret.REFRESH), sealed("b"));
    store.put(other, sealed("c"));
    store.remove(new ConnectionId("one"));
    store.remove(new ConnectionId("one"));

    assertThat(store.after(Optional.empty(), 10))
        .containsExactly(new SecretStore.Kept(other, sealed("c")));
  }

  @Test
  void pages_tell_everything_once_whatever_their_size() {
    SecretStore store = store();
    List<Slot> slots = new ArrayList<>();
    for (String user : List.of("ada", "Bob", "zoë")) {
      for (String connection : List.of("a", "B", "_-")) {
        slots.add(slot(user, "todoist", user.charAt(0) + connection, Secret.ACCESS));
        slots.add(slot(user, "github", user.charAt(0) + connection, Secret.REFRESH));
      }
    }
    slots.replaceAll(SecretStoreContract::ascii);
    slots.forEach(slot -> store.put(slot, sealed(slot.toString())));

    for (int most : new int[] {1, 2, 5, 100}) {
      assertThat(walked(store, most)).containsExactlyInAnyOrderElementsOf(slots);
    }
  }

  private static Slot ascii(Slot slot) {
    String id = slot.connection().value() + slot.user().value().length();
    return new Slot(slot.user(), slot.connector(), new ConnectionId(id), slot.secret());
  }

  private static List<Slot> walked(SecretStore store, int most) {
    List<Slot> walked = new ArrayList<>();
    Optional<Slot> last = Optional.empty();
    List<SecretStore.Kept> page = store.after(last, most);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(most);
      page.forEach(kept -> assertThat(kept.sealed()).isEqualTo(sealed(kept.slot().toString())));
      page.forEach(kept -> walked.add(kept.slot()));
      page = store.after(Optional.of(walked.get(walked.size() - 1)), most);
    }
    return walked;
  }

  @Test
  void a_walk_goes_on_behind_what_was_removed_meanwhile() {
    SecretStore store = store();
    IntStream.range(0, 6)
        .forEach(i -> store.put(slot("ada", "todoist", "c" + i, Secret.ACCESS), sealed("" + i)));
    List<SecretStore.Kept> first = store.after(Optional.empty(), 2);
    Slot last = first.get(1).slot();
    store.remove(last.connection());

    assertThat(store.after(Optional.of(last), 10)).hasSize(4);
  }
}
