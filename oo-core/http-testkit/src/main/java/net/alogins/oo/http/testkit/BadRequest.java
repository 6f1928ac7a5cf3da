package net.alogins.oo.http.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A body that must be refused.
 *
 * @param method how it is sent
 * @param path where it goes
 * @param contentType what it claims to be
 * @param body what it carries
 * @param status the status of the problem
 * @param field what the problem's detail must name
 */
public record BadRequest(
    String method, String path, String contentType, String body, int status, String field) {

  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String TIP = "\"tip\":\"" + ID + "\"";
  private static final String JSON = "application/json";

  /** Every bad request that the contract knows of; none of them needs a tip that exists. */
  public static List<BadRequest> all() {
    return List.of(
        ask("", "body"),
        ask("{", "body"),
        ask("null", "body"),
        ask("[]", "body"),
        ask("\"{}\"", "body"),
        ask("{} {}", "body"),
        ask("{'attributes':{}}", "body"),
        ask("{\"attributes\":{},\"attributes\":{}}", "body"),
        ask("\uFEFF{}", "body"),
        ask("{\"attributes\":{\"a\":NaN}}", "body"),
        ask("[".repeat(100_000), "body"),
        ask("{\"a\":".repeat(33) + "1" + "}".repeat(33), "body"),
        ask("{\"attributes\":{\"a\":\"" + "x".repeat(5_000) + "\"}}", "body"),
        ask("{\"attributes\":{\"" + "x".repeat(300) + "\":1}}", "body"),
        ask("{\"attributes\":{\"a\":" + "1".repeat(100) + "}}", "body"),
        ask("{\"device\":\"phone\"}", "device"),
        ask("{\"<script>\":1}", "?script?"),
        ask("{\"attributes\":null}", "attributes"),
        ask("{\"attributes\":[]}", "attributes"),
        ask("{\"attributes\":{\"device\":null}}", "attributes.device"),
        ask("{\"attributes\":{\"device\":true}}", "attributes.device"),
        ask("{\"attributes\":{\"device\":{}}}", "attributes.device"),
        ask("{\"attributes\":{\"device\":[1]}}", "attributes.device"),
        ask("{\"attributes\":{\"device\":\"" + "x".repeat(257) + "\"}}", "attributes.device"),
        ask("{\"attributes\":{\"device\":\"\\ud800\"}}", "attributes.device"),
        ask("{\"attributes\":{\"\\ud800\":1}}", "body"),
        ask("{\"attributes\":{\"minutesFree\":1e999}}", "attributes.minutesFree"),
        ask("{\"attributes\":{" + attributes(33) + "}}", "attributes.a"),
        react("{}", "tip"),
        react("{\"kind\":\"done\"}", "tip"),
        react("{\"tip\":1,\"kind\":\"done\"}", "tip"),
        react("{\"tip\":\"x\",\"kind\":\"done\"}", "tip"),
        react("{\"tip\":\"0123456789ABCDEF0123456789ABCDEF\",\"kind\":\"done\"}", "tip"),
        react("{" + TIP + "}", "kind"),
        react("{" + TIP + ",\"kind\":null}", "kind"),
        react("{" + TIP + ",\"kind\":\"DONE\"}", "kind"),
        react("{" + TIP + ",\"kind\":\"like\"}", "kind"),
        react("{" + TIP + ",\"kind\":\"done\",\"reward\":1}", "reward"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":7}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":null}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":\"\"}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":\" \"}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":\"a\\nb\"}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":\"" + "x".repeat(257) + "\"}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"id\":\"\\udc00\"}", "id"),
        react("{" + TIP + ",\"kind\":\"done\",\"target\":\"done\"}", "target"),
        react("{" + TIP + ",\"kind\":\"done\",\"until\":\"2030-01-01T00:00:00Z\"}", "until"),
        react("{" + TIP + ",\"kind\":\"dismiss\",\"until\":null}", "until"),
        react("{" + TIP + ",\"kind\":\"snooze\"}", "until"),
        snooze("1893456000", "until"),
        snooze("\"tomorrow\"", "until"),
        snooze("\"2030-01-01\"", "until"),
        snooze("\"2030-01-01T00:00:00\"", "until"),
        snooze("\"2030-01-01T00:00Z\"", "until"),
        snooze("\"2030-13-01T00:00:00Z\"", "until"),
        snooze("\"2001-01-01T00:00:00Z\"", "until"),
        snooze("\"" + Instant.now().minus(Duration.ofMinutes(1)) + "\"", "until"),
        snooze("\"" + Instant.now().plus(Duration.ofDays(370)) + "\"", "until"),
        snooze("\"2030-01-01T00:00:00Z\",\"target\":\"done\"", "target"),
        react("{" + TIP + ",\"kind\":\"undo\"}", "target"),
        react("{" + TIP + ",\"kind\":\"undo\",\"target\":\"\"}", "target"),
        react("{" + TIP + ",\"kind\":\"undo\",\"target\":[]}", "target"),
        react("{" + TIP + ",\"kind\":\"undo\",\"target\":\"" + "x".repeat(257) + "\"}", "target"),
        react(
            "{" + TIP + ",\"kind\":\"undo\",\"target\":\"a\",\"until\":\"2030-01-01T00:00:00Z\"}",
            "until"),
        profile("zone", "{}"),
        profile("zone", "{\"zone\":null}"),
        profile("zone", "{\"zone\":7}"),
        profile("zone", "{\"zone\":\"\"}"),
        profile("zone", "{\"zone\":\"Atlantis/Center\"}"),
        profile("zone", "{\"zone\":\"../../etc/passwd\"}"),
        profile("consents", "{}"),
        profile("consents", "{\"consents\":{}}"),
        profile("consents", "{\"consents\":\"learn\"}"),
        profile("consents", "{\"consents\":[null]}"),
        profile("consents", "{\"consents\":[\"LEARN\"]}"),
        profile("consents", "{\"consents\":[\"everything\"]}"),
        profile("consents", "{\"consents\":[\"learn\",\"learn\"]}"),
        profile("consents", "{\"consents\":[[\"learn\"]]}"),
        new BadRequest("POST", "/v1/tips", JSON, " ".repeat(262_144) + "{}", 413, "262144"),
        new BadRequest("POST", "/v1/feedback", JSON, "{".repeat(300_000), 413, "262144"),
        new BadRequest("POST", "/v1/tips", "text/plain", "{}", 415, "application/json"),
        new BadRequest("POST", "/v1/tips", "application/jsonp", "{}", 415, "application/json"),
        new BadRequest("POST", "/v1/tips", "application/json; charset=latin1", "{}", 415, "UTF-8"),
        new BadRequest(
            "POST", "/v1/feedback", "application/x-www-form-urlencoded", "kind=done", 415, "js"));
  }

  /** Every bad request that only somebody with a role may send at all. */
  public static List<BadRequest> administrative() {
    return List.of(
        operate("decisions/" + ID + "/replay", "", "body"),
        operate("decisions/" + ID + "/replay", "{}", "user"),
        operate("decisions/" + ID + "/replay", "{\"user\":7}", "user"),
        operate("decisions/" + ID + "/replay", "{\"user\":null}", "user"),
        operate("decisions/" + ID + "/replay", "{\"user\":\"\"}", "user"),
        operate("decisions/" + ID + "/replay", "{\"user\":\"" + "x".repeat(257) + "\"}", "user"),
        operate("decisions/" + ID + "/replay", "{\"user\":\"ada\",\"force\":true}", "force"),
        operate("dead-letters/" + ID + "/redrive", "{}", "user"),
        operate("dead-letters/" + ID + "/redrive", "{\"user\":\"a\\nb\"}", "user"),
        operate("rebuild", "[]", "body"),
        operate("rebuild", "{\"from\":1}", "from"),
        new BadRequest("POST", "/v1/admin/rebuild", "text/plain", "{}", 415, "application/json"),
        new BadRequest("POST", "/v1/admin/rebuild", JSON, "{".repeat(300_000), 413, "262144"));
  }

  /** Every query for a page of past tips that must be refused, by the name of its first part. */
  public static List<String> pages() {
    return List.of(
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=x",
        "limit=",
        "limit=1.0",
        "limit=99999999999",
        "limit=%D9%A1",
        "limit=1&limit=2",
        "before=",
        "before=x",
        "before=7",
        "before=__________8",
        "before=AAAAAAAAAAA=",
        "before=AAAAAAAAAAB",
        "before=AAAAAAAAAAA&before=AAAAAAAAAAA");
  }

  private static BadRequest ask(String body, String field) {
    return new BadRequest("POST", "/v1/tips", JSON, body, 400, field);
  }

  private static BadRequest react(String body, String field) {
    return new BadRequest("POST", "/v1/feedback", JSON, body, 400, field);
  }

  private static BadRequest operate(String path, String body, String field) {
    return new BadRequest("POST", "/v1/admin/" + path, JSON, body, 400, field);
  }

  private static BadRequest profile(String field, String body) {
    return new BadRequest("PUT", "/v1/profile/" + field, JSON, body, 400, field + " must ");
  }

  private static BadRequest snooze(String until, String field) {
    return react("{" + TIP + ",\"kind\":\"snooze\",\"until\":" + until + "}", field);
  }

  private static String attributes(int count) {
    StringBuilder attributes = new StringBuilder("\"a0\":0");
    for (int i = 1; i < count; i++) {
      attributes.append(",\"a").append(i).append("\":").append(i);
    }
    return attributes.toString();
  }

  @Override
  public String toString() {
    String start = body.length() > 60 ? body.substring(0, 60) + "…" : body;
    return method + " " + path + " " + contentType + " " + start;
  }
}
