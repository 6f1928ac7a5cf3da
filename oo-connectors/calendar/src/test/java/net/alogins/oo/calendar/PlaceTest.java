package net.alogins.oo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import net.alogins.oo.signal.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  private static final URI SERVER = URI.create("https://dav.example/remote/");

  @ParameterizedTest
  @CsvSource({
    "https://dav.example/remote/ada/cal/, /remote/ada/cal/",
    "https://dav.example/remote/ada/cal, /remote/ada/cal/",
    "ada/cal/, /remote/ada/cal/",
    "/remote/ada/cal/, /remote/ada/cal/",
    "ada/../bob/, /remote/bob/"
  })
  void a_calendar_is_told_by_its_address_or_its_path(String target, String path) throws Exception {
    assertThat(Place.of(SERVER, target).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/other/ada/",
    "ada/../../other/",
    "https://dav.example:444/remote/ada/",
    "https://ada@dav.example/remote/ada/",
    "http://dav.example/remote/ada/",
    "https://dav.example.evil/remote/"
  })
  void what_is_elsewhere_is_refused(String target) {
    assertThat(
            catchThrowableOfType(ConnectorException.class, () -> Place.of(SERVER, target)).kind())
        .isEqualTo(ConnectorException.Kind.REVOKED);
  }

  @Test
  void a_resource_is_known_by_the_end_of_its_address() throws Exception {
    Place place = Place.of(SERVER, "a%40b/cal/");

    assertThat(place.key("/remote/a%40b/cal/x.ics")).contains("x.ics");
    assertThat(place.key("/remote/a@b/cal/%C3%BC.ics")).contains("%C3%BC.ics");
    assertThat(place.key("https://dav.example/remote/a%40b/cal/x.ics")).contains("x.ics");
    assertThat(place.key("/remote/a%40b/cal/")).isEmpty();
    assertThat(place.key("/remote/a%40b/cal/..")).isEmpty();
    assertThat(place.key("/remote/other/cal/x.ics")).isEmpty();
    assertThat(place.key("\u0000")).isEmpty();
    assertThat(place.of("x.ics")).isEqualTo("/remote/a%40b/cal/x.ics");
  }
}
