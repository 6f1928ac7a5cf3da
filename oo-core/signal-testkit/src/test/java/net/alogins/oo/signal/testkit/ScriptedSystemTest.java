package net.alogins.oo.signal.testkit;

class ScriptedSystemTest extends ConnectorContract {

  private static final int PAGE = 50;

  @Override
  protected OtherSystem system() {
    return new ScriptedSystem("scripted", PAGE);
  }
}
