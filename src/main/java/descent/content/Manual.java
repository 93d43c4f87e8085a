package descent.content;

import descent.content.directive.Directive;
import descent.content.directive.Directive.Sample;
import descent.content.directive.Directives;
import descent.content.markdown.Body;
import descent.content.markdown.Glossary;
import descent.content.markdown.Outline;
import descent.content.markdown.Surroundings;
import descent.content.source.Quantity;
import descent.content.source.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The author's manual: what the blocks and quantities say about themselves, around one page. */
public final class Manual {

  private static final String FORMAT =
      """
      ## A lesson

      A lesson is a folder `content/NN-slug/` with a file `index.md`: the number orders, the slug names.
      It begins with front matter.

      ```yaml
      ---
      title: Momentum
      standfirst: One or two sentences under the title.
      objectives:
        - Write the momentum update and say what each term does.
      needs: [gradient-descent]
      minutes: 25
      covers: [S12, S13]
      ---
      ```

      `standfirst`, `needs`, `minutes` and `covers` may be absent.
      `course.yml` orders the lessons, `glossary.yml` holds the terms that are linked where they stand first, `references.yml` what several lessons cite.
      A folder of your own stands beside the built-in course with `serve --content built-in --content DIR`; its lessons are numbered on, and may link to all others.

      ## Text

      The text is markdown with tables and notes; HTML is not allowed.

      | written | shown |
      |---|---|
      | `$\\beta$` and `$$ … $$` on lines of their own | a formula; `$$ … $$ {#eq:name}` is numbered |
      | `@fig:valley`, `@eq:name`, `@lesson:momentum` | a link with the number or the title |
      | `{{steps_to(1e-6, momentum)}}`, `{{1/3 \\| 6}}` | a computed number, here with 6 significant digits |
      | `[^polyak]` and a line `[^polyak]: …`, or a label of `references.yml` | a note at the end |
      | `[text](../04-gradient-descent/index.md)` | a link to a lesson |
      | `> [!NOTE]` | a note in the margin |
      | `> [!DEFINITION] title`, `> [!THEOREM] title` | a numbered statement |
      | `> [!DERIVATION] title` | a part that folds out |
      | `> [!TAKEAWAY]` | what to take away, one line each |

      Neighbouring fences of code are one program in several languages: the reader chooses.
      What a line of `java`, `jax` or `pytorch` prints stands behind it as a comment; a test runs it.

      ## Blocks

      A fence with a name in braces is a live block; its body is YAML.
      Every block may have `id`, `title` and `caption`, and a figure needs `alt`: one sentence for who cannot see it.
      A number typed in a caption must be one of the figure's own; better, let it be computed.

      ## Data of your own

      A `train` block learns from a CSV file that lies in the lesson's own folder, here `flowers.csv`.
      Its first line names the columns, each further line is an example.

      ```csv
      petal length,petal width,species
      1.4,0.2,setosa
      4.7,1.4,versicolor
      1.3,0.3,setosa
      4.5,1.5,versicolor
      1.5,0.2,setosa
      4.9,1.5,versicolor
      1.7,0.4,setosa
      4.0,1.3,versicolor
      ```

      `````markdown
      ```{train}
      data: flowers.csv
      label: species
      hidden: []
      steps: 50
      optimizer: gd(learning_rate=0.5)
      alt: A falling curve.
      ```
      `````

      `label` names the column of the classes, which are numbered in the order in which they appear; it is the last column where nothing is said.
      All other columns are numbers, shifted and scaled to mean 0 and variance 1.
      A file has at most 2 MB, 20,000 examples, 1,000 columns of numbers and 100 classes.

      """;

  private Manual() {}

  /** The manual as the body of a page: sections of HTML, each example as it is written. */
  public static String html(Directives directives, List<Quantity> quantities) {
    String markdown =
        FORMAT
            + directives.all().stream().map(Manual::block).collect(Collectors.joining("\n"))
            + "\n"
            + "## Computed values\n\n"
            + "Between `{{` and `}}` stands an expression as in `objective`, with these beside"
            + " it.\n"
            + "In its own caption a figure's values need no name; elsewhere write"
            + " `valley.steps_to(1e-6, momentum)`.\n\n"
            + quantities.stream().map(Manual::quantity).collect(Collectors.joining());
    Surroundings nothing =
        new Surroundings(0, new Scope(Map.of()), Map.of(), new Glossary(Map.of()), Optional::of);
    return Body.of(Outline.of(markdown), nothing, "manual", fence -> Optional.empty()).html();
  }

  private static String block(Directive directive) {
    return "### %s\n\n%s\n\n%s"
        .formatted(
            directive.name(),
            directive.doc(),
            directive.samples().isEmpty()
                ? example(directive.example())
                : directive.samples().stream()
                    .map(Manual::sample)
                    .collect(Collectors.joining("\n")));
  }

  private static String sample(Sample sample) {
    return "#### %s\n\n%s\n\n%s".formatted(sample.name(), sample.doc(), example(sample.example()));
  }

  private static String example(String fence) {
    return "`````markdown\n" + fence + "`````\n";
  }

  private static String quantity(Quantity quantity) {
    return "- `%s`: %s\n".formatted(quantity.signature(), quantity.doc());
  }
}
