/** One optimisation or sweep, lazily: from a specification to frames, inside a budget. */
@org.jspecify.annotations.NullMarked
package descent.run;
