/** How fast this program is on this machine, in numbers that can be compared. */
@org.jspecify.annotations.NullMarked
package descent.bench;
