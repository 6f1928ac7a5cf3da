package net.alogins.oo.example;

import java.io.IOException;
import net.alogins.oo.signal.testkit.ConnectorContract;
import net.alogins.oo.signal.testkit.OtherSystem;
import org.junit.jupiter.api.AfterEach;

class ShoppingListTest extends ConnectorContract {

  private final Shop shop = opened();

  private static Shop opened() {
    try {
      return new Shop();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Override
  protected OtherSystem system() {
    return shop;
  }
}
