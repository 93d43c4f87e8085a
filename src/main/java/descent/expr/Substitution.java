package descent.expr;

import descent.expr.Expr.Symbol;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The free names of an expression, and putting expressions in their place. */
final class Substitution {
  private final Map<String, Expr> replacements;
  private final Map<Expr, Expr> replaced = new IdentityHashMap<>();

  private Substitution(Map<String, Expr> replacements) {
    this.replacements = replacements;
  }

  static Expr in(Expr expression, Map<String, Expr> replacements) {
    return new Substitution(replacements).of(expression);
  }

  private Expr of(Expr e) {
    if (e instanceof Symbol symbol) {
      return replacements.getOrDefault(symbol.name(), symbol);
    }
    Expr known = replaced.get(e);
    if (known == null) {
      known = Sharing.with(e, Sharing.arguments(e).stream().map(this::of).toList());
      replaced.put(e, known);
    }
    return known;
  }

  static Set<String> names(Expr expression) {
    Sharing sharing = new Sharing();
    sharing.number(expression);
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < sharing.size(); i++) {
      if (sharing.part(i) instanceof Symbol symbol) {
        names.add(symbol.name());
      }
    }
    return names;
  }
}
