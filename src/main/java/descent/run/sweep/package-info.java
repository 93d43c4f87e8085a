/** Thousands of runs at once: maps over start points and over hyperparameters. */
@org.jspecify.annotations.NullMarked
package descent.run.sweep;
