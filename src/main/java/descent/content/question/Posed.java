package descent.content.question;

import static j2html.TagCreator.each;

import descent.content.source.Prose;
import descent.words.Words;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/** One variant of a question, as a learner meets it. */
public record Posed(Question question, Draw draw) {
  private static final int LONGEST = 5_000;

  /** The same for a learner who is spoken to in another language. */
  public Posed in(Words words) {
    return new Posed(question, draw.in(words));
  }

  public DomContent text() {
    return set(question.about().text()).inline();
  }

  /** The text as paragraphs of HTML. */
  public String asked() {
    return set(question.about().text()).blocks().render();
  }

  /** The fields of the form; what was given before stands in them. */
  public DomContent fields(List<String> given) {
    return question.fields(draw, given);
  }

  /** Why an answer cannot be marked, in plain words; such an answer costs no attempt. */
  public Optional<String> flaw(List<String> answer) {
    int length = answer.stream().mapToInt(String::length).sum();
    return length > LONGEST
        ? Optional.of(
            draw.say("The answer has {0} characters; at most {1} are read.", length, LONGEST))
        : question.flaw(draw, answer);
  }

  /** Marks an answer; never throws for what a learner can send. */
  public Mark mark(List<String> answer) {
    return flaw(answer).map(Mark::invalid).orElseGet(() -> question.judge(draw, answer));
  }

  /** TeX of a typed answer as it was understood; empty for kinds that need none. */
  public Optional<String> tex(List<String> answer) {
    return flaw(answer).isPresent() ? Optional.empty() : question.tex(draw, answer);
  }

  /** How many hints there are. */
  public int hints() {
    return question.about().hints().size();
  }

  /** A hint, counted from 1. */
  public DomContent hint(int number) {
    return set(question.about().hints().get(number - 1)).inline();
  }

  /** What is shown after a right answer or the last attempt; empty where there is none. */
  public Optional<DomContent> solution(List<String> answer) {
    Prose solution = question.about().solution();
    DomContent shown = question.revealed(draw, answer);
    boolean isEmpty = solution.isEmpty() && shown.render().isEmpty();
    return isEmpty ? Optional.empty() : Optional.of(each(shown, set(solution).blocks()));
  }

  private Prose set(Prose prose) {
    return prose.with(draw.values());
  }
}
