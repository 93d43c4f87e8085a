/** What a script or curl asks for: one class for each family of answers under {@code /api}. */
@org.jspecify.annotations.NullMarked
package descent.web.api;
