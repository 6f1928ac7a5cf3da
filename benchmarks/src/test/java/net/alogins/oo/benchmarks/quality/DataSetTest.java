package net.alogins.oo.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.alogins.oo.benchmarks.CsvFile;
import net.alogins.oo.event.DoubleColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {

  private static final Path SHIPPED = Path.of("data");

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("toy.csv"), text);
  }

  @Test
  void rows_are_read_as_they_stand() throws IOException {
    DataSet set = DataSet.read(file("a,b,label\n1,2.5,yes\n-3,0,no\n"));

    assertThat(set.name()).isEqualTo("toy");
    assertThat(set.columns()).containsExactly("a", "b");
    assertThat(set.labels()).containsExactly("no", "yes");
    assertThat(set.rows().get(0).values()).isEqualTo(DoubleColumn.of(1, 2.5));
    assertThat(set.rows().get(0).label()).isEqualTo(1);
  }

  /** The order is that of {@code printf 1:0 | sha256sum} and so on. */
  @Test
  void the_order_is_that_of_the_digests() throws IOException {
    DataSet set = DataSet.read(file("a,label\n0,x\n1,y\n2,x\n3,y\n4,x\n5,y\n"));

    assertThat(set.order(1)).containsExactlyElementsOf(ORDER_OF_1);
    assertThat(set.order(2)).isNotEqualTo(set.order(1)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
  }

  private static final List<Integer> ORDER_OF_1 = List.of(4, 5, 2, 3, 0, 1);

  @ParameterizedTest
  @CsvSource({
    "'a,label', must have a line of names and rows below it",
    "'a,label\n1,x\n2,x', must have two labels or more but had only [x]",
    "'a,label\n1,x\n1,2,y', line 3 must have 2 cells but had 3",
    "'a,label\n1,x\nNaN,y', line 3 must hold finite numbers but held NaN",
    "'a,label\nq,x\n2,y', line 2 must hold finite numbers but held q",
    "'a,label\n1e99,x\n2,y', line 2 must hold finite numbers but held 1e99"
  })
  void what_is_wrong_is_named(String text, String rule) throws IOException {
    Path file = file(text);

    assertThatThrownBy(() -> DataSet.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("toy.csv")
        .hasMessageContaining(rule);
  }

  @Test
  void what_is_shipped_can_be_read() throws IOException {
    List<Path> files = CsvFile.in(SHIPPED);

    assertThat(files).hasSize(2);
    assertThat(DataSet.read(files.get(0)).rows()).hasSize(846);
    assertThat(DataSet.read(files.get(1)).labels()).hasSize(9);
  }
}
