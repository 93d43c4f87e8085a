package descent.plot;

/**
 * A point of a picture that a reader may drag.
 *
 * @param moves the name of the setting that follows it
 * @param words what it is, for a listener
 * @param x where it stands, on the picture's scale
 * @param y where it stands, on the picture's scale
 */
public record Handle(String moves, String words, double x, double y) {}
