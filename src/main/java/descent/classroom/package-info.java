/** Learners, their attempts and marks, and how far they are. */
@org.jspecify.annotations.NullMarked
package descent.classroom;
