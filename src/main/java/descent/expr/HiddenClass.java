package descent.expr;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** A class that is written, defined and instantiated here, and collected with its instance. */
final class HiddenClass {
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
  private final String name;

  HiddenClass(String simpleName, Class<?> implemented) {
    name = Type.getInternalName(HiddenClass.class).replace("HiddenClass", simpleName);
    writer.visit(
        V17,
        ACC_FINAL | ACC_SUPER,
        name,
        null,
        "java/lang/Object",
        new String[] {Type.getInternalName(implemented)});
    MethodVisitor constructor = method(ACC_PUBLIC, "<init>", "()V");
    constructor.visitVarInsn(ALOAD, 0);
    constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    end(constructor);
  }

  String name() {
    return name;
  }

  MethodVisitor method(int access, String methodName, String descriptor) {
    MethodVisitor method = writer.visitMethod(access, methodName, descriptor, null, null);
    method.visitCode();
    return method;
  }

  /** Returns from {@code method} and closes it. */
  void end(MethodVisitor method) {
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /**
   * An instance of the class.
   *
   * @throws UnsupportedOperationException or another linkage failure where the virtual machine
   *     defines no classes at run time
   */
  Object instance() throws IllegalAccessException {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(writer.toByteArray(), true)
          .lookupClass()
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException("the generated class cannot be instantiated", e);
    }
  }
}
