package descent.content.directive;

import descent.objective.Box;
import descent.objective.Problem;

/**
 * All that a derivatives figure shows.
 *
 * @param box what the map shows at least
 * @param at two coordinates; never written
 */
record DerivativesState(Problem problem, Box box, double[] at) {}
