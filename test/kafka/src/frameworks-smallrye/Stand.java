import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What the container for beans would hand in. */
final class Stand {
  private Stand() {}

  /** An object of that interface whose methods answer by their names. */
  static <T> T in(Class<T> type, Map<String, Object> answers) {
    return type.cast(Proxy.newProxyInstance(Stand.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
      if (answers.containsKey(method.getName())) return answers.get(method.getName());
      throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
    }));
  }

  /** Beans by their identifiers, of which one can be chosen. */
  static <T> Instance<T> beans(Map<String, T> byIdentifier) {
    @SuppressWarnings("unchecked")
    Instance<T> beans = (Instance<T>) Proxy.newProxyInstance(
        Stand.class.getClassLoader(), new Class<?>[] {Instance.class}, (self, method, arguments) -> switch (method.getName()) {
          case "select" -> beans(chosen(byIdentifier, (Annotation[]) arguments[arguments.length - 1]));
          case "isUnsatisfied" -> byIdentifier.isEmpty();
          case "get" -> byIdentifier.values().iterator().next();
          case "stream" -> byIdentifier.values().stream();
          case "iterator" -> iterator(byIdentifier);
          case "handles" -> List.of();
          case "handlesStream" -> List.of().stream();
          default -> throw new UnsupportedOperationException("Instance." + method.getName());
        });
    return beans;
  }

  private static <T> Iterator<T> iterator(Map<String, T> byIdentifier) {
    return byIdentifier.values().iterator();
  }

  private static <T> Map<String, T> chosen(Map<String, T> byIdentifier, Annotation[] qualifiers) {
    for (Annotation qualifier : qualifiers) {
      if (qualifier instanceof Identifier identifier && byIdentifier.containsKey(identifier.value()))
        return Map.of(identifier.value(), byIdentifier.get(identifier.value()));
    }
    return Map.of();
  }
}
