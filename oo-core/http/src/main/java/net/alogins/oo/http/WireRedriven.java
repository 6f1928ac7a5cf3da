package net.alogins.oo.http;

/** What came of trying a dead letter again, on the wire. */
record WireRedriven(boolean learned) {}
