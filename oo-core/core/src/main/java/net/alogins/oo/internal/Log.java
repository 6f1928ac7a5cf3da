package net.alogins.oo.internal;

import java.lang.System.Logger.Level;

/**
 * What operators are told. Loggers are looked up when there is something to say: to have them ready
 * would be a tenth of what a first recommender costs.
 *
 * @param by who tells
 */
record Log(Class<?> by) {

  void warning(String what) {
    System.getLogger(by.getName()).log(Level.WARNING, what);
  }

  void warning(String what, Throwable cause) {
    System.getLogger(by.getName()).log(Level.WARNING, what, cause);
  }

  void error(String what) {
    System.getLogger(by.getName()).log(Level.ERROR, what);
  }
}
