/**
 * Figures that the server draws anew for each state: their form, their pictures and their numbers.
 */
@org.jspecify.annotations.NullMarked
package descent.content.exhibit;
