/** An embeddable next-best-action recommender: the library, without any run-time dependency. */
module net.alogins.oo.core {
  requires static transitive org.jspecify;

  exports net.alogins.oo;
  exports net.alogins.oo.id;
  exports net.alogins.oo.profile;
  exports net.alogins.oo.event;
  exports net.alogins.oo.context;
  exports net.alogins.oo.candidate;
  exports net.alogins.oo.policy;
  exports net.alogins.oo.tip;
  exports net.alogins.oo.reaction;
  exports net.alogins.oo.memory;
}
