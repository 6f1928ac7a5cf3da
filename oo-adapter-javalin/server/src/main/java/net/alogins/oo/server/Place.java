package net.alogins.oo.server;

/**
 * Where a server keeps things.
 *
 * @param directory the folder for what are files
 * @param database for everything else; usually it is in that folder, too
 */
record Place(DataDirectory directory, Database database) {

  /** Everything in one folder. */
  static Place in(DataDirectory directory) {
    return new Place(directory, directory);
  }
}
