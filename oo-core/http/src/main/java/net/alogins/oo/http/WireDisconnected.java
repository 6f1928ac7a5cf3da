package net.alogins.oo.http;

/** Whether what let a connection in was revoked there, on the wire. */
record WireDisconnected(boolean revoked) {}
