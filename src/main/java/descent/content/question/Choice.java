package descent.content.question;

import static j2html.TagCreator.each;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;

import descent.content.question.Mark.Note;
import descent.content.question.Mark.Verdict;
import descent.content.source.Prose;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One or several of the given options; an option's value is its place, from 1.
 *
 * @param several whether more than one option may be chosen
 */
public record Choice(String id, Prose text, boolean several, List<Option> options)
    implements Question {

  /** An option with what is said to a learner who chose it. */
  public record Option(Prose text, boolean correct, Prose feedback) {}

  public Choice {
    options = List.copyOf(options);
  }

  @Override
  public DomContent fields() {
    return each(
        IntStream.rangeClosed(1, options.size())
            .<DomContent>mapToObj(
                place ->
                    label(
                            input()
                                .withType(several ? "checkbox" : "radio")
                                .withName("answer")
                                .withValue(String.valueOf(place)),
                            span(options.get(place - 1).text().inline()))
                        .withClass("ans"))
            .toArray(DomContent[]::new));
  }

  @Override
  public Mark mark(List<String> answer) {
    var chosen = new TreeSet<Integer>();
    for (String value : answer) {
      if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > options.size()) {
        return Mark.invalid("An option is a number from 1 to " + options.size() + ".");
      }
      chosen.add(Integer.parseInt(value));
    }
    if (chosen.isEmpty()) {
      return Mark.invalid("Choose an answer first.");
    }
    if (!several && chosen.size() > 1) {
      return Mark.invalid("Choose one answer.");
    }
    return markOf(chosen);
  }

  private Mark markOf(TreeSet<Integer> chosen) {
    var notes = new ArrayList<Note>();
    for (int place : chosen) {
      Option option = options.get(place - 1);
      notes.add(
          new Note(String.valueOf(place), option.correct(), option.feedback().inline().render()));
    }
    long agree =
        IntStream.rangeClosed(1, options.size())
            .filter(place -> options.get(place - 1).correct() == chosen.contains(place))
            .count();
    if (agree == options.size()) {
      return new Mark(Verdict.RIGHT, 1, "", notes);
    }
    boolean partly = several && notes.stream().allMatch(Note::right);
    return partly
        ? new Mark(Verdict.PARTLY, (double) agree / options.size(), "Not all of them yet.", notes)
        : new Mark(Verdict.WRONG, 0, "", notes);
  }
}
