package descent.content;

/**
 * A numbered section of a lesson.
 *
 * @param number such as "5.1"
 * @param id the fragment under which it is found
 * @param title as HTML
 */
public record Section(String number, String id, String title) {}
