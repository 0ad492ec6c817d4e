package lab;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Formats the log directories of several nodes in one JVM: `lab.Format CLUSTER_ID FILE...`. From 3.9 the tool has a method that returns its
 * exit code; before, only a main that ends the JVM through Kafka's Exit, whose procedure can be replaced (and in 4.4 no longer can).
 */
public class Format {
    public static void main(String[] args) throws Exception {
        int failed = 0;
        for (int i = 1; i < args.length && failed == 0; i++)
            failed = format("format", "-t", args[0], "-c", args[i], "--ignore-formatted");
        Runtime.getRuntime().halt(failed);
    }

    private static int format(String... words) throws Exception {
        Class<?> tool = Class.forName("kafka.tools.StorageTool");
        try {
            return (Integer) tool.getMethod("execute", String[].class, PrintStream.class).invoke(null, words, System.err);
        } catch (NoSuchMethodException e) {
            throwInsteadOfExiting();
            return runMain(tool.getMethod("main", String[].class), words);
        }
    }

    private static int runMain(Method main, String[] words) throws Exception {
        try {
            main.invoke(null, (Object) words);
            return 0;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Ended) return ((Ended) e.getCause()).code;
            throw e;
        }
    }

    private static void throwInsteadOfExiting() throws Exception {
        Class<?> procedure = Class.forName("org.apache.kafka.common.utils.Exit$Procedure");
        Object thrower = Proxy.newProxyInstance(Format.class.getClassLoader(), new Class<?>[] {procedure}, (proxy, method, arguments) -> {
            throw new Ended((Integer) arguments[0]);
        });
        Class.forName("org.apache.kafka.common.utils.Exit").getMethod("setExitProcedure", procedure).invoke(null, thrower);
    }

    private static class Ended extends Error {
        final int code;

        Ended(int code) {
            this.code = code;
        }
    }
}
