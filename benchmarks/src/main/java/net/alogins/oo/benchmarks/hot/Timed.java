package net.alogins.oo.benchmarks.hot;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What a job took.
 *
 * @param micros the mean of one
 * @param bytes what one allocates in Java's memory
 */
record Timed(double micros, double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /**
   * As in a process that lives long: memory has been written to before. Else the operating system
   * hands out pages while the clock runs, to whoever allocates, which is not what is to be timed.
   */
  private static final String[] MEMORY = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"};

  /** Short, since a log in memory grows as long as one lasts. */
  private static final TimeValue ITERATION = TimeValue.milliseconds(300);

  /** Runs {@code job} in a process of its own, {@code warm} and then {@code timed} seconds. */
  static Timed of(Job job, double warm, double timed) throws RunnerException {
    RunResult run =
        new Runner(
                job.into(
                        new OptionsBuilder()
                            .mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.MICROSECONDS)
                            .addProfiler("gc")
                            .warmupIterations(iterations(warm))
                            .warmupTime(ITERATION)
                            .measurementIterations(iterations(timed))
                            .measurementTime(ITERATION)
                            .forks(1)
                            .jvmArgsAppend(MEMORY)
                            .verbosity(VerboseMode.SILENT))
                    .build())
            .runSingle();
    double bytes =
        Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED), ALLOCATED).getScore();
    return new Timed(run.getPrimaryResult().getScore(), bytes);
  }

  private static int iterations(double seconds) {
    return (int) Math.ceil(seconds * 1000 / ITERATION.convertTo(TimeUnit.MILLISECONDS));
  }
}
