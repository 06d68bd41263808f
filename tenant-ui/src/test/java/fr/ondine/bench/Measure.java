package fr.ondine.bench;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the measure that is named: where it fails, on whatever thread, it is over and says so, though servers that it
 * started go on.
 */
public final class Measure {

    private Measure() {}

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> fail(failure));
        try {
            Class.forName("fr.ondine.bench." + arguments[0])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException failed) {
            fail(failed.getCause());
        } catch (ReflectiveOperationException none) {
            fail(none);
        }
        System.exit(0);
    }

    private static void fail(Throwable failure) {
        failure.printStackTrace();
        System.err.println("ondine: the measure failed: " + failure);
        System.exit(1);
    }
}
