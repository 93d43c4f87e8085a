package descent.content.directive;

import java.util.List;
import java.util.Optional;

/** The kinds of blocks that this course knows. */
public record Directives(List<Directive> all) {

  public Directives {
    all = List.copyOf(all);
  }

  public static Directives of(Directive... all) {
    return new Directives(List.of(all));
  }

  public Optional<Directive> named(String name) {
    return all.stream().filter(directive -> directive.name().equals(name)).findFirst();
  }

  public List<String> names() {
    return all.stream().map(Directive::name).sorted().toList();
  }
}
