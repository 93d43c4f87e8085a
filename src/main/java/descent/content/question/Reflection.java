package descent.content.question;

import static descent.words.Words.key;
import static j2html.TagCreator.textarea;

import descent.content.question.Mark.Verdict;
import descent.content.source.Prose;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/** A few sentences, kept and not judged. */
public record Reflection(About about) implements Question {

  public static Kind kind() {
    return new Kind(
        "reflection",
        "A few sentences in the learner's own words, kept and not judged; `solution` is shown after.",
        """
        ```{quiz}
        id: why-local
        kind: reflection
        text: Why can gradient descent not tell a local minimum from a global one?
        solution: It sees the objective only where it has been, and at a minimum every direction goes up.
        ```
        """,
        (id, source) -> new Reflection(About.read(id, source, 1.0)));
  }

  @Override
  public boolean closes() {
    return false;
  }

  @Override
  public String action() {
    return key("Keep");
  }

  @Override
  public DomContent fields(Draw draw, List<String> given) {
    return textarea(given.isEmpty() ? "" : given.get(0))
        .withName("answer")
        .withClass("field")
        .withRows("4")
        .withMaxlength("4000")
        .attr("aria-label", draw.say("Your answer"));
  }

  @Override
  public Optional<String> flaw(Draw draw, List<String> answer) {
    return answer.size() == 1 && !answer.get(0).isBlank()
        ? Optional.empty()
        : Optional.of(draw.say("Write a sentence first."));
  }

  @Override
  public Mark judge(Draw draw, List<String> answer) {
    return Mark.of(Verdict.NOTED, 1, "");
  }

  @Override
  public List<Prose> feedback() {
    return List.of();
  }

  @Override
  public Samples samples(Draw draw) {
    return new Samples(
        List.of(List.of("Because it looks only around itself.")),
        List.of(),
        List.of(List.of(), List.of(" \n"), List.of("a", "b")));
  }
}
