package net.alogins.oo.http;

import net.alogins.oo.Status;

/** What was learned, on the wire. */
record WireStatus(String policy, long seq, String stateHash) {

  static WireStatus of(Status status) {
    return new WireStatus(status.policy(), status.seq(), status.stateHash());
  }
}
