/** Spectra of large symmetric operators, and how Fisher matrices and Kronecker products compare. */
@org.jspecify.annotations.NullMarked
package descent.curvature;
