package net.alogins.oo.http;

import java.util.List;

/** Everything that is held of a person, on the wire. */
record WireExport(String user, WireProfile profile, List<WireFact> facts) {}
