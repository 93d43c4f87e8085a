package descent.plot;

/** A picture's size in pixels. */
public record Size(double width, double height) {}
