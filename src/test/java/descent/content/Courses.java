package descent.content;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.span;

import descent.content.directive.Block;
import descent.content.directive.Caption;
import descent.content.directive.Directive;
import descent.content.directive.Directives;
import descent.content.directive.MathDirective;
import descent.content.directive.QuizDirective;
import descent.content.source.FormulaQuantities;
import descent.content.source.Quantity;
import descent.content.source.Source;
import descent.device.Devices;
import descent.linalg.Algebras;
import descent.run.Catalog;
import descent.run.RunService;
import descent.run.training.TrainCatalog;
import descent.run.training.TrainService;
import descent.words.Words;
import j2html.tags.DomContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Courses for tests: a folder with one lesson, and a small figure to put into it. */
public final class Courses {

  private static final RunService RUNS = new RunService(Catalog.standard());
  private static final TrainService TRAININGS =
      new TrainService(TrainCatalog.standard(Algebras.onDemand(), new Devices()), 1);

  private Courses() {}

  /** A figure with one number, which its caption and the prose may ask for; 1 has no picture. */
  public static final class SampleDirective implements Directive {

    private record Sample(Caption caption, double rate) implements Block {
      @Override
      public DomContent html(Words words) {
        if (rate == 1) {
          throw new IllegalStateException("the rate is 1");
        }
        return figure(
                header(h3(span(caption.number()).withClass("fn-no"), caption.title().inline())),
                figcaption(caption.text().inline()))
            .withClass("fig")
            .withId(caption.id())
            .attr("aria-label", caption.alternative().text());
      }

      @Override
      public List<Quantity> quantities() {
        return List.of(
            new Quantity("rate", "The rate.", arguments -> rate),
            new Quantity(
                "steps_to(tolerance, optimizer)",
                "Steps.",
                arguments -> Math.rint(-Math.log(arguments.number(0)) / rate)));
      }

      @Override
      public Map<String, List<Double>> state() {
        return Map.of("learning rate", List.of(rate), "steps", List.of(120.0));
      }
    }

    @Override
    public String name() {
      return "sample";
    }

    @Override
    public String doc() {
      return "A sample.";
    }

    @Override
    public String example() {
      return "```{sample}\nrate: 0.5\nalt: A sample.\n```\n";
    }

    @Override
    public Block parse(Source source, Caption caption) {
      return new Sample(caption, source.number("rate", 0.1, 0, 1));
    }
  }

  /** Questions with runs and trainings of their own. */
  public static QuizDirective quiz() {
    return new QuizDirective(RUNS, TRAININGS);
  }

  public static Directives directives() {
    return Directives.of(new SampleDirective(), new MathDirective(), quiz());
  }

  /** A course with one lesson, number 4, whose text begins in line 6 of its file. */
  public static Course ofLesson(Path root, String markdown) {
    write(
        root.resolve("04-spec/index.md"),
        "---\ntitle: Spec\nobjectives: [Read.]\nneeds: []\n---\n" + markdown);
    return load(root);
  }

  public static Course load(Path... roots) {
    return Course.load(List.of(roots), directives(), FormulaQuantities.all());
  }

  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
