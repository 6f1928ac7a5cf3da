package net.alogins.oo.http;

import java.util.List;

/** What the recommender holds of a person, on the wire. */
record WireExport(String user, WireProfile profile, List<WireFact> facts) {}
