package net.alogins.oo.http.testkit;

import org.junit.jupiter.api.Test;

/** Whatever somebody who has read the contract can think of. */
interface ReaderCases extends People {

  @Test
  default void a_stranger_who_reads_the_contract_finds_nothing() throws Exception {
    called("stranger").tryAll("^/(?!v1/admin|openapi)");
  }

  @Test
  default void an_admin_who_reads_the_contract_finds_nothing() throws Exception {
    called("admin-stranger").tryAll("^/(v1/admin|metrics)");
  }
}
