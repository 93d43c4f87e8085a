package descent.content.source;

import java.util.function.Consumer;

/**
 * The lesson that is being read: who sets its prose and who hears of its mistakes.
 *
 * @param file as the author knows it, such as {@code content/05-momentum/index.md}
 * @param lesson the slug
 */
public record Place(
    String file, String lesson, Prose.Typesetter typesetter, Consumer<Mistake> mistakes) {}
