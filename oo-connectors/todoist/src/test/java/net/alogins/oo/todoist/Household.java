package net.alogins.oo.todoist;

import java.util.Map;

/** An account in which there is one task of every kind. */
final class Household {

  private Household() {}

  static void fill(FakeAccount account) {
    String home = account.project("Home 🏠");
    account.add("Buy milk", task -> task.put("priority", 4));
    account.add("* Things to buy");
    account.add("Water the plants", task -> task.put("project_id", home));
    account.add("Stretch", task -> task.put("due", FakeShapes.due("2026-03-01", null, true)));
    account.add(
        "Call Zoë", task -> task.put("due", FakeShapes.due("2026-03-01T09:00:00", null, false)));
    account.add(
        "Fly to Tokyo",
        task -> task.put("due", FakeShapes.due("2026-03-01T20:00:00Z", "Asia/Tokyo", false)));
    account.add("Tax", task -> task.put("deadline", Map.of("date", "2026-05-31", "lang", "en")));
    account.add("Nap", task -> task.put("duration", Map.of("amount", 20, "unit", "minute")));
    account.add("Move", task -> task.put("duration", Map.of("amount", 2, "unit", "day")));
  }
}
