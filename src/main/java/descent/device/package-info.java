/**
 * Where runs are evaluated and stepped: on this processor, or on an OpenCL card.
 *
 * <p>{@link descent.device.Devices} lists what there is; a {@link descent.device.Card} is an open
 * OpenCL device, on which {@link descent.device.Steps} run a program at many points.
 */
@org.jspecify.annotations.NullMarked
package descent.device;
