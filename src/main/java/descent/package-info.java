/** Where the program is put together: {@link descent.App} builds every object by hand. */
@org.jspecify.annotations.NullMarked
package descent;
