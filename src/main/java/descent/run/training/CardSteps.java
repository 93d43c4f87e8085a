package descent.run.training;

import descent.device.CardNetwork;
import descent.optimizer.Hyperparameters;

/** How an optimizer moves a network on a card; remembers what it must, used by one thread. */
interface CardSteps {
  /** The most steps that it takes in one turn, of so small a network that it may. */
  int most();

  /**
   * Takes steps.
   *
   * @param rows of the data, one batch a step
   * @return each batch's mean loss before its step
   */
  double[] steps(CardNetwork network, int[] rows, Hyperparameters hyperparameters);
}
