package net.alogins.oo.server;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a provider sends along with the browser, in the query or in a form. Of a form nothing is
 * read before its type is known to be the one that has no parts: parts may be files, without end.
 */
final class Answers {

  private static final Pattern FORM =
      Pattern.compile(
          "application/x-www-form-urlencoded *(; *charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

  private Answers() {}

  /** Whether they come in a way in which they can be read: in no body, or in such a form. */
  static boolean areReadable(Context request) {
    return !isPosted(request)
        || FORM.matcher(Objects.requireNonNullElse(request.header("Content-Type"), "")).matches();
  }

  /**
   * The parameters of {@code request}.
   *
   * @throws BadRequestResponse if they are malformed
   */
  static Map<String, List<String>> of(Context request) {
    return isPosted(request) ? read(request::formParamMap) : read(request::queryParamMap);
  }

  private static boolean isPosted(Context request) {
    return request.method().equals(HandlerType.POST);
  }

  private static Map<String, List<String>> read(Supplier<Map<String, List<String>>> parameters) {
    try {
      return parameters.get();
    } catch (HttpResponseException known) {
      throw known;
    } catch (Exception broken) {
      throw new BadRequestResponse();
    }
  }
}
