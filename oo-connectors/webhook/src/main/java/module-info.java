/** Webhooks: how they are signed, and how they are sent to addresses of strangers. */
module net.alogins.oo.webhook {
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires net.alogins.oo.remote;
  requires transitive net.alogins.oo.signal;
  requires static org.jspecify;

  exports net.alogins.oo.webhook;
}
