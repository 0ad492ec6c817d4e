import java.lang.reflect.Field;

/** Private fields of the frameworks, by name. */
final class Fields {
  private Fields() {}

  static Object get(Object owner, String name) {
    try {
      return field(owner, name).get(owner);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static void set(Object owner, String name, Object value) {
    try {
      field(owner, name).set(owner, value);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Field field(Object owner, String name) {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!field.getName().equals(name)) continue;
        field.setAccessible(true);
        return field;
      }
    }
    throw new IllegalStateException(owner.getClass() + " has no field " + name);
  }
}
