package net.alogins.oo.meaning;

class InMemoryMeaningStoreTest extends MeaningStoreContract {

  @Override
  protected MeaningStore store() {
    return new InMemoryMeaningStore();
  }
}
