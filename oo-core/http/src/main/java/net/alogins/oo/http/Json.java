package net.alogins.oo.http;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Objects;

/** JSON as the contract has it: strict and bounded to read; absent, never null, to write. */
final class Json {

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_NUMBER = 64;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(LONGEST_TEXT)
          .maxNameLength(LONGEST_NAME)
          .maxNumberLength(LONGEST_NUMBER)
          .build();

  private static final String WITHIN =
      ("be JSON of at most %d levels, texts of at most %d characters,"
              + " names of at most %d and numbers of at most %d")
          .formatted(DEEPEST, LONGEST_TEXT, LONGEST_NAME, LONGEST_NUMBER);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, ALWAYS))
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .build();

  /** What is read may be a secret: no buffer keeps it for the next reading. */
  private static final ObjectReader READER =
      MAPPER
          .reader()
          .with(
              JsonFactory.builder()
                  .streamReadConstraints(LIMITS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                  .build());

  private Json() {}

  /**
   * One JSON value and nothing else; a {@link Refusal} when it is not one within the limits.
   *
   * @param text backed by an array, which is read in its place
   */
  static JsonNode read(CharBuffer text) {
    try (JsonParser parser =
        READER.createParser(text.array(), text.arrayOffset(), text.remaining())) {
      JsonNode value = READER.readTree(parser);
      return Objects.requireNonNullElse(value, MissingNode.getInstance());
    } catch (StreamConstraintsException excess) {
      throw Refusal.invalid("body", WITHIN);
    } catch (JsonProcessingException malformed) {
      throw Refusal.invalid("body", "be JSON without repeated names" + at(malformed.getLocation()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String at(JsonLocation where) {
    return " but was not at line " + where.getLineNr() + ", column " + where.getColumnNr();
  }

  static String write(Object wire) {
    try {
      return MAPPER.writeValueAsString(wire);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("an answer must be writable as JSON", bug);
    }
  }
}
