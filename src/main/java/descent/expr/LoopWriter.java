package descent.expr;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.D2F;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.FALOAD;
import static org.objectweb.asm.Opcodes.FASTORE;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;

import descent.expr.Expr.Constant;
import descent.expr.Expr.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes loops as a class, one static method each.
 *
 * <p>The shape is the one that HotSpot vectorizes: array references and scalars are locals, all
 * arrays have the one index, what does not vary is computed before the loop, stores stand last.
 */
final class LoopWriter {
  private static final int ARRAYS = 0;
  private static final int SCALARS = 1;
  private static final int FROM = 2;
  private static final int TO = 3;
  private static final int INDEX = 4;

  private final List<String> arrays;
  private final List<String> scalars;
  private final Precision precision;
  private final Loop loop;
  private final MethodVisitor method;
  private final Emitter inDouble;
  private final Emitter emitter;
  private final Map<String, Integer> references = new HashMap<>();
  private final Map<Integer, Integer> locals = new HashMap<>();

  private LoopWriter(
      List<String> arrays,
      List<String> scalars,
      Precision precision,
      Loop loop,
      MethodVisitor method) {
    this.arrays = arrays;
    this.scalars = scalars;
    this.precision = precision;
    this.loop = loop;
    this.method = method;
    int first = INDEX + 1;
    for (String array : arrays) {
      references.put(array, first++);
    }
    Sharing parts = loop.parts();
    inDouble = new Emitter(method, Precision.DOUBLE, first);
    emitter = new Emitter(method, precision, first + 2 * (parts.size() + scalars.size()));
  }

  /** A body that runs {@code loops} over {@code arrays}. */
  static Kernel.Body write(
      List<String> arrays, List<String> scalars, List<Loop> loops, Precision precision)
      throws IllegalAccessException {
    String type = precision == Precision.SINGLE ? "[[F" : "[[D";
    String descriptor = "(" + type + "[DII)V";
    HiddenClass made = new HiddenClass("Loops", Kernel.Body.class);
    MethodVisitor run = made.method(ACC_PUBLIC, "run", "(Ljava/lang/Object;[DII)V");
    for (int i = 0; i < loops.size(); i++) {
      run.visitVarInsn(ALOAD, 1);
      run.visitTypeInsn(CHECKCAST, type);
      run.visitVarInsn(ALOAD, 2);
      run.visitVarInsn(ILOAD, 3);
      run.visitVarInsn(ILOAD, 4);
      run.visitMethodInsn(INVOKESTATIC, made.name(), "loop" + i, descriptor, false);
    }
    made.end(run);
    for (int i = 0; i < loops.size(); i++) {
      MethodVisitor method = made.method(ACC_PRIVATE | ACC_STATIC, "loop" + i, descriptor);
      new LoopWriter(arrays, scalars, precision, loops.get(i), method).write();
      made.end(method);
    }
    return (Kernel.Body) made.instance();
  }

  private void write() {
    Sharing parts = loop.parts();
    boolean[] invariant = loop.invariant(parts);
    references();
    invariants(parts, invariant);
    method.visitVarInsn(ILOAD, FROM);
    method.visitVarInsn(ISTORE, INDEX);
    Label top = new Label();
    Label end = new Label();
    method.visitLabel(top);
    method.visitVarInsn(ILOAD, INDEX);
    method.visitVarInsn(ILOAD, TO);
    method.visitJumpInsn(IF_ICMPGE, end);
    for (int p = 0; p < parts.size(); p++) {
      if (!invariant[p]) {
        varying(parts, p);
      }
    }
    loop.stores().forEach((array, value) -> store(array, parts.number(value), parts));
    method.visitIincInsn(INDEX, 1);
    method.visitJumpInsn(GOTO, top);
    method.visitLabel(end);
  }

  private void references() {
    for (int a = 0; a < arrays.size(); a++) {
      method.visitVarInsn(ALOAD, ARRAYS);
      method.visitLdcInsn(a);
      method.visitInsn(AALOAD);
      method.visitVarInsn(ASTORE, references.get(arrays.get(a)));
    }
  }

  /** What does not vary, in double; then what the loop uses of it, rounded. */
  private void invariants(Sharing parts, boolean[] invariant) {
    Map<Integer, Integer> doubles = new HashMap<>();
    for (int p = 0; p < invariant.length; p++) {
      if (invariant[p]) {
        invariant(parts, parts.part(p), doubles);
        doubles.put(p, inDouble.store());
      }
    }
    doubles.forEach(
        (part, local) -> {
          inDouble.load(local);
          if (precision == Precision.SINGLE) {
            method.visitInsn(D2F);
          }
          locals.put(part, emitter.store());
        });
  }

  private void invariant(Sharing parts, Expr part, Map<Integer, Integer> doubles) {
    if (part instanceof Constant constant) {
      inDouble.constant(constant.value());
    } else if (part instanceof Symbol symbol) {
      method.visitVarInsn(ALOAD, SCALARS);
      method.visitLdcInsn(scalars.indexOf(symbol.name()));
      method.visitInsn(DALOAD);
    } else {
      Sharing.arguments(part).forEach(a -> inDouble.load(doubles.get(parts.number(a))));
      inDouble.apply(part);
    }
  }

  private void varying(Sharing parts, int p) {
    Expr part = parts.part(p);
    if (part instanceof Symbol symbol) {
      method.visitVarInsn(ALOAD, references.get(symbol.name()));
      method.visitVarInsn(ILOAD, INDEX);
      method.visitInsn(precision == Precision.SINGLE ? FALOAD : DALOAD);
    } else {
      Sharing.arguments(part).forEach(a -> value(parts.number(a), parts));
      emitter.apply(part);
    }
    locals.put(p, emitter.store());
  }

  private void value(int p, Sharing parts) {
    if (parts.part(p) instanceof Constant constant) {
      emitter.constant(constant.value());
    } else {
      emitter.load(locals.get(p));
    }
  }

  private void store(String array, int p, Sharing parts) {
    method.visitVarInsn(ALOAD, references.get(array));
    method.visitVarInsn(ILOAD, INDEX);
    value(p, parts);
    method.visitInsn(precision == Precision.SINGLE ? FASTORE : DASTORE);
  }
}
