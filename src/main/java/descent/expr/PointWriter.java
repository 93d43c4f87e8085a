package descent.expr;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;

import java.util.List;
import org.objectweb.asm.MethodVisitor;

/** Writes the instructions of a tape as one straight method in double. */
final class PointWriter {
  /** HotSpot compiles no method above 8,000 bytes; an instruction takes at most 15. */
  static final int MOST_INSTRUCTIONS = 500;

  private PointWriter() {}

  /**
   * @param inputs how many of the first slots are inputs
   * @param constants the values of the slots after the inputs
   * @param parts what fills each slot after the constants, for its operation
   * @param arguments the slots of each part's arguments
   * @param outputs the slots to return
   */
  static Routine write(
      int inputs, double[] constants, List<Expr> parts, int[][] arguments, int[] outputs)
      throws IllegalAccessException {
    HiddenClass made = new HiddenClass("Point", Routine.class);
    MethodVisitor method = made.method(ACC_PUBLIC, "evaluate", "([D[D)V");
    Emitter emitter = new Emitter(method, Precision.DOUBLE, 3);
    int[] locals = new int[inputs + constants.length + parts.size()];
    for (int i = 0; i < inputs; i++) {
      method.visitVarInsn(ALOAD, 1);
      method.visitLdcInsn(i);
      method.visitInsn(DALOAD);
      locals[i] = emitter.store();
    }
    for (int k = 0; k < parts.size(); k++) {
      for (int slot : arguments[k]) {
        load(emitter, locals, slot, inputs, constants);
      }
      emitter.apply(parts.get(k));
      locals[inputs + constants.length + k] = emitter.store();
    }
    for (int i = 0; i < outputs.length; i++) {
      method.visitVarInsn(ALOAD, 2);
      method.visitLdcInsn(i);
      load(emitter, locals, outputs[i], inputs, constants);
      method.visitInsn(DASTORE);
    }
    made.end(method);
    return (Routine) made.instance();
  }

  private static void load(
      Emitter emitter, int[] locals, int slot, int inputs, double[] constants) {
    if (slot >= inputs && slot < inputs + constants.length) {
      emitter.constant(constants[slot - inputs]);
    } else {
      emitter.load(locals[slot]);
    }
  }
}
