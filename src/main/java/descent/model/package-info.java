/**
 * Objectives with data and a likelihood: regression, softmax and multilayer networks, and the data
 * sets they learn from.
 */
@org.jspecify.annotations.NullMarked
package descent.model;
