package net.alogins.oo.simulator;

import java.util.Optional;
import net.alogins.oo.simulator.Fault.Place;

/** The power of one process: once it is cut, nothing is read or written any more. */
final class Power {

  private final Faults faults;
  private boolean isCut;

  Power(Faults faults) {
    this.faults = faults;
  }

  boolean isCut() {
    return isCut;
  }

  /** A read, which may fail. */
  void read() {
    require();
    faults.strike(Place.READ).ifPresent(Power::fail);
  }

  /** Makes {@code record} durable on {@code disk}, and lets {@code applied} know. */
  void commit(Disk disk, byte[] record, Runnable applied) {
    commit(disk, record, applied, faults.strike(Place.COMMIT));
  }

  /** The same where a snapshot becomes one. */
  void snapshot(Disk disk, byte[] record, Runnable applied) {
    Optional<Fault> struck = faults.strike(Place.SNAPSHOT);
    commit(disk, record, applied, struck.isPresent() ? struck : faults.strike(Place.COMMIT));
  }

  /** Writes {@code record} to {@code disk}; it is durable when something later is. */
  void write(Disk disk, byte[] record, Runnable applied) {
    require();
    disk.write(record);
    applied.run();
  }

  private void commit(Disk disk, byte[] record, Runnable applied, Optional<Fault> struck) {
    require();
    if (struck.isPresent()) {
      before(struck.get(), disk, record);
    }
    disk.write(record);
    disk.sync();
    if (struck.filter(Fault.CRASH_BEFORE_ACKNOWLEDGEMENT::equals).isPresent()) {
      throw cut();
    }
    applied.run();
    struck.ifPresent(Power::fail);
  }

  /** What keeps the record from the disk. */
  private void before(Fault fault, Disk disk, byte[] record) {
    switch (fault) {
      case CRASH_BEFORE_WRITE, SNAPSHOT_HALF_SAVED -> throw cut();
      case CRASH_BEFORE_SYNC, SNAPSHOT_TORN -> {
        disk.write(record);
        throw cut();
      }
      case DISK_FULL -> fail(fault);
      default -> {}
    }
  }

  private void require() {
    if (isCut) {
      throw new Crash();
    }
  }

  private Crash cut() {
    isCut = true;
    return new Crash();
  }

  private static void fail(Fault fault) {
    throw new StagedFailure(fault);
  }
}
