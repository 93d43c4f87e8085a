/** How an objective is minimised: update rules, their state and their hyperparameters. */
@org.jspecify.annotations.NullMarked
package descent.optimizer;
