package descent.optimizer;

import java.util.List;

/**
 * What a page says about an optimizer.
 *
 * @param name on the wire, snake case
 * @param title for people
 * @param summary what it does, in one sentence
 * @param paper authors, year, DOI or arXiv
 * @param hyperparameters what a person may choose
 */
public record About(
    String name, String title, String summary, String paper, List<Hyperparameter> hyperparameters) {
  public About {
    hyperparameters = List.copyOf(hyperparameters);
  }

  static About of(
      String name, String title, String summary, String paper, Hyperparameter... hyperparameters) {
    return new About(name, title, summary, paper, List.of(hyperparameters));
  }
}
