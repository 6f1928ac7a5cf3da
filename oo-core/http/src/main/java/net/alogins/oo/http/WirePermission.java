package net.alogins.oo.http;

/** The page where a person is asked, on the wire. */
record WirePermission(String page) {}
