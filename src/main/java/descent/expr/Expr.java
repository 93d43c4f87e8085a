package descent.expr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable formula over real numbers, as a tree.
 *
 * <p>Grammar: {@code + - * / ^}, unary minus (binds weaker than {@code ^}), parentheses, numbers,
 * {@code pi}, {@code e}, the functions of {@link Function}; every other name is a {@link Symbol}.
 *
 * <p>Derivatives share their equal parts; equality, hash, derivative and compilation visit each
 * part once, so that a formula that would fill pages as a tree stays small.
 */
public sealed interface Expr {
  /** A real number; {@code pi} and {@code e} are kept exactly as {@link Math} has them. */
  record Constant(double value) implements Expr {
    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** A variable or parameter. */
  record Symbol(String name) implements Expr {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The negative of an expression. */
  record Negation(Expr of) implements Expr {
    @Override
    public String toString() {
      return Printer.print(this);
    }

    @Override
    public boolean equals(Object other) {
      return Sharing.equal(this, other);
    }

    @Override
    public int hashCode() {
      return Sharing.hash(this);
    }
  }

  /** Two expressions joined by one of {@code + - * / ^}. */
  record Binary(Operator operator, Expr left, Expr right) implements Expr {
    @Override
    public String toString() {
      return Printer.print(this);
    }

    @Override
    public boolean equals(Object other) {
      return Sharing.equal(this, other);
    }

    @Override
    public int hashCode() {
      return Sharing.hash(this);
    }
  }

  /** A function of one to three arguments. */
  record Call(Function function, List<Expr> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != function.arity()) {
        throw new IllegalArgumentException(
            function.wire() + " takes " + function.arity() + ", got " + arguments.size());
      }
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }

    @Override
    public boolean equals(Object other) {
      return Sharing.equal(this, other);
    }

    @Override
    public int hashCode() {
      return Sharing.hash(this);
    }
  }

  /**
   * The expression that {@code text} writes.
   *
   * @throws ExpressionException with the column, what stands there and what was expected
   */
  static Expr parse(String text) {
    return new Parser(text).parse();
  }

  /**
   * The value of this expression, by walking the tree: slow, obvious, the oracle of every faster
   * form.
   *
   * @param at the value of each free name; not modified
   * @throws IllegalArgumentException if a free name has no value
   */
  default double value(Map<String, Double> at) {
    return Evaluator.value(this, at);
  }

  /** The first part that has no finite value at a point, if any: why {@link #value} has none. */
  default Optional<Undefined> undefined(Map<String, Double> at) {
    return Undefined.first(this, at);
  }

  /**
   * The simplified partial derivative with respect to {@code name}.
   *
   * @throws ExpressionException if it grows to more than 20,000 different parts
   */
  default Expr derivative(String name) {
    return Derivative.of(this, name);
  }

  /**
   * The same function in fewer nodes: constants folded, zeros and ones removed, like terms added.
   */
  default Expr simplify() {
    return new Algebra(false).simplify(this);
  }

  /** This expression with each name of {@code replacements} replaced. */
  default Expr substitute(Map<String, Expr> replacements) {
    return Substitution.in(this, replacements);
  }

  /** TeX of this expression, without delimiters. */
  default String tex() {
    return tex(Map.of());
  }

  /** TeX of this expression, without delimiters; {@code symbols} gives names their own TeX. */
  default String tex(Map<String, String> symbols) {
    return Tex.of(this, symbols);
  }

  /** The free names, in order of first appearance. */
  default Set<String> names() {
    return Substitution.names(this);
  }
}
