package net.alogins.oo.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A list to play with, made once, with dates around the day it was made. */
final class Demo {

  private static final String LIST =
      """
      (A) %3$s Call the plumber about the dripping tap @phone due:%1$s min:10
      (B) %3$s Book the dentist @phone due:%2$s min:5
      %3$s Water the plants +home min:5
      %3$s Clear out the hall cupboard +home min:90
      (C) %3$s Write the report's first page +work due:%2$s min:60
      %3$s Answer Mina's letter +friends min:20
      %3$s Read the first chapter of the book on bees +reading min:45
      %3$s Back up the photos +home min:15
      (B) %3$s Prepare Thursday's meeting +work due:%1$s min:30
      %3$s Walk once around the lake +health min:40
      %3$s Sort the receipts of this month +home min:30
      %3$s Thank Jo for the jam +friends min:5
      """;

  private Demo() {}

  /** The list's file in {@code directory}, made for its owner only when it is not there. */
  static Path list(Path directory) {
    Path file = directory.resolve("demo.todo.txt");
    if (!Files.exists(file)) {
      LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
      String text = LIST.formatted(today.plusDays(1), today.plusDays(4), today.minusDays(3));
      try {
        Files.createFile(file, OwnersOnly.FILE.attributes(file));
        Files.writeString(file, text, StandardCharsets.UTF_8);
      } catch (IOException failure) {
        throw new Refusal(
            Exit.CANNOT_CREATE, "the demo list " + file + " must be writable", failure);
      }
    }
    return file;
  }
}
