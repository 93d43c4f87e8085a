package descent.expr;

import static org.objectweb.asm.Opcodes.D2F;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.F2D;
import static org.objectweb.asm.Opcodes.FADD;
import static org.objectweb.asm.Opcodes.FDIV;
import static org.objectweb.asm.Opcodes.FLOAD;
import static org.objectweb.asm.Opcodes.FMUL;
import static org.objectweb.asm.Opcodes.FNEG;
import static org.objectweb.asm.Opcodes.FSTORE;
import static org.objectweb.asm.Opcodes.FSUB;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import descent.expr.Expr.Binary;
import descent.expr.Expr.Call;
import org.objectweb.asm.MethodVisitor;

/** Writes arithmetic of one precision as byte code into a method. */
final class Emitter {
  private static final String MATH = "java/lang/Math";
  private final MethodVisitor method;
  private final boolean single;
  private int locals;

  /** {@code locals} variables of the method are taken already. */
  Emitter(MethodVisitor method, Precision precision, int locals) {
    this.method = method;
    this.single = precision == Precision.SINGLE;
    this.locals = locals;
  }

  /** Pops a number into a new local variable. */
  int store() {
    int local = locals;
    locals += single ? 1 : 2;
    method.visitVarInsn(single ? FSTORE : DSTORE, local);
    return local;
  }

  void load(int local) {
    method.visitVarInsn(single ? FLOAD : DLOAD, local);
  }

  void constant(double value) {
    method.visitLdcInsn(single ? (Object) (float) value : (Object) value);
  }

  /** Replaces the arguments of {@code e} on the stack by its value. */
  void apply(Expr e) {
    if (e instanceof Binary binary) {
      binary(binary.operator());
    } else if (e instanceof Call call) {
      call(call.function());
    } else {
      method.visitInsn(single ? FNEG : DNEG);
    }
  }

  private void binary(Operator operator) {
    switch (operator) {
      case ADD -> method.visitInsn(single ? FADD : DADD);
      case SUBTRACT -> method.visitInsn(single ? FSUB : DSUB);
      case MULTIPLY -> method.visitInsn(single ? FMUL : DMUL);
      case DIVIDE -> method.visitInsn(single ? FDIV : DDIV);
      case POWER -> own("descent/expr/Operator", "power", 2);
    }
  }

  private void call(Function function) {
    switch (function) {
      case ABS -> own(MATH, "abs", 1);
      case SIGN -> own(MATH, "signum", 1);
      case MAX -> own(MATH, "max", 2);
      case MIN -> own(MATH, "min", 2);
      case SELECT -> own("descent/expr/Function", "select", 3);
      default -> inDouble(function.wire());
    }
  }

  /** A static method that exists for float and for double. */
  private void own(String owner, String name, int arguments) {
    String type = single ? "F" : "D";
    method.visitMethodInsn(
        INVOKESTATIC, owner, name, "(" + type.repeat(arguments) + ")" + type, false);
  }

  /** Rounding the double result gives the float one; for sqrt the compiler knows it. */
  private void inDouble(String name) {
    if (single) {
      method.visitInsn(F2D);
    }
    method.visitMethodInsn(INVOKESTATIC, MATH, name, "(D)D", false);
    if (single) {
      method.visitInsn(D2F);
    }
  }
}
