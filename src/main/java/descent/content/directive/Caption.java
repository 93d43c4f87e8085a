package descent.content.directive;

import descent.content.source.Prose;

/**
 * What every block has around it.
 *
 * @param id unique in the lesson; a HTML id and the name of the block in computed values
 * @param number such as "Figure 5.1"; empty where the kind of block is not counted
 * @param title stands above the block; may be empty
 * @param text stands below the block; may be empty
 * @param alternative what the block shows, for a reader who cannot see it
 */
public record Caption(String id, String number, Prose title, Prose text, Prose alternative) {}
