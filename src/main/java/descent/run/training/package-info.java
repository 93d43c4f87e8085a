/** Trainings of networks: specification, frames, and the service that shares the machine. */
@org.jspecify.annotations.NullMarked
package descent.run.training;
