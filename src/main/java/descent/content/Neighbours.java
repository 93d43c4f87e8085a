package descent.content;

import descent.content.directive.Directives;
import descent.content.directive.Work;
import descent.content.markdown.Glossary;
import descent.content.source.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What a lesson may refer to outside of itself.
 *
 * @param titles of all lessons that the course has or plans, by slug
 * @param references what may be cited, by label
 * @param quantities that prose may ask for everywhere
 */
record Neighbours(
    Directives directives,
    Map<String, String> titles,
    Glossary glossary,
    Map<String, Work> references,
    List<Quantity> quantities) {}
