package fr.ondine.platform.fleet;

import fr.ondine.testing.AnotherPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that takes in a utility on the other platform and dies on the way. */
final class DyingImport {

    static final String BEFORE_COMMIT = "before the commit";
    static final String AFTER_COMMIT = "after the commit";

    private static final int DIED = 9;

    private DyingImport() {}

    /** The file, and the step at which it is dead without another word. */
    public static void main(String[] arguments) {
        var context = AnotherPlatform.start(Map.of());
        var order = new ImportOrder(
                Path.of(arguments[0]), TransferScene.PASSPHRASE, "", List.of(), false, TransferScene.ANNE);
        switch (arguments[1]) {
            case BEFORE_COMMIT ->
                new AroundCommit(System::getProperty)
                        .happens(_ -> die(), AroundCommit.Event.NOTHING)
                        .run(order, context::getBean);
            case AFTER_COMMIT ->
                new AroundCommit(System::getProperty)
                        .happens(AroundCommit.Event.NOTHING, _ -> die())
                        .run(order, context::getBean);
            default ->
                context.getBean(UtilityImport.class).run(order, (step, done) -> {
                    if (step.equals(arguments[1])) {
                        die();
                    }
                });
        }
    }

    private static void die() {
        Runtime.getRuntime().halt(DIED);
    }

    static boolean diesAt(String step, Path file) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        AnotherPlatform.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), DyingImport.class.getName(), file.toString(), step));
        return new ProcessBuilder(command).inheritIO().start().waitFor() == DIED;
    }
}
