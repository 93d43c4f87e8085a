package descent.content;

import descent.content.directive.Directives;
import descent.content.markdown.Glossary;
import descent.content.source.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What a lesson may refer to outside of itself.
 *
 * @param titles of all lessons that the course has or plans, by slug
 * @param references full references by label, as markdown
 * @param quantities that prose may ask for everywhere
 */
record Neighbours(
    Directives directives,
    Map<String, String> titles,
    Glossary glossary,
    Map<String, String> references,
    List<Quantity> quantities) {}
