import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The keys whose constants are all marked @Deprecated in the classes of a component. All of them: where a constant was only renamed, its
 * new name stands beside it unmarked. Scala's classes have no such constants.
 */
final class Deprecations {
    private final Map<String, Boolean> marked = new HashMap<>();

    Deprecations(Class<?> owner, String component) throws Exception {
        // LogConfig has names of its own, not all marked, for what TopicConfig declares
        if (component.equals("topic")) read(Class.forName("org.apache.kafka.common.config.TopicConfig"));
        else for (Class<?> type = owner; type != null && type.getName().contains("kafka"); type = type.getSuperclass()) read(type);
        if (component.equals("broker")) for (Class<?> type : serverClasses()) read(type);
    }

    boolean contain(String key) {
        return marked.getOrDefault(key, false);
    }

    private void read(Class<?> type) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            boolean constant = Modifier.isStatic(field.getModifiers()) && field.getType() == String.class;
            // a default may be spelled like a key, and documentation like nothing else
            if (!constant || field.getName().startsWith("DEFAULT_") && !field.getName().endsWith("_CONFIG") || field.getName().endsWith("_DOC")) continue;
            field.setAccessible(true);
            marked.merge(String.valueOf(field.get(null)), field.isAnnotationPresent(Deprecated.class), Boolean::logicalAnd);
        }
    }

    /** The broker's keys are spread over classes such as ServerConfigs and CleanerConfig of the server's jars. */
    private static List<Class<?>> serverClasses() throws Exception {
        List<Class<?>> found = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(path).getName().matches("kafka-(?!clients|streams|tools|log4j).*\\.jar")) continue;
            try (JarFile jar = new JarFile(path)) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
                    String entry = entries.nextElement().getName();
                    if (!entry.matches("org/apache/kafka/.*Configs?\\.class")) continue;
                    found.add(Class.forName(entry.replace('/', '.').replaceAll("\\.class$", "")));
                }
            }
        }
        return Collections.unmodifiableList(found);
    }
}
