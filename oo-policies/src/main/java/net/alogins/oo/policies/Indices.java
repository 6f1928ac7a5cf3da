package net.alogins.oo.policies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Arrays of indices, ascending. */
final class Indices {

  private Indices() {}

  /** Where each of {@code some} is in {@code all}. */
  static int[] places(int[] some, int[] all) {
    return Arrays.stream(some).map(one -> Arrays.binarySearch(all, one)).toArray();
  }

  static void write(int[] indices, DataOutput out) throws IOException {
    out.writeInt(indices.length);
    for (int index : indices) {
      out.writeInt(index);
    }
  }

  static int[] read(DataInput in) throws IOException {
    int[] indices = new int[in.readInt()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = in.readInt();
    }
    return indices;
  }
}
