/** Tasks of other systems, mirrored: connections, syncs by cursor, and the SPI of connectors. */
module net.alogins.oo.signal {
  requires transitive net.alogins.oo.core;
  requires static org.jspecify;

  exports net.alogins.oo.signal;
}
