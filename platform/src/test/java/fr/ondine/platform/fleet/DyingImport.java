package fr.ondine.platform.fleet;

import fr.ondine.testing.AnotherPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that takes in a utility on the other platform and dies on the way. */
final class DyingImport {

    private static final int DIED = 9;

    private DyingImport() {}

    /** The file, and the step at which it is dead without another word. */
    public static void main(String[] arguments) {
        var context = AnotherPlatform.start(Map.of());
        context.getBean(UtilityImport.class)
                .run(
                        new ImportOrder(
                                Path.of(arguments[0]),
                                TransferScene.PASSPHRASE,
                                "",
                                List.of(),
                                false,
                                TransferScene.ANNE),
                        (step, done) -> {
                            if (step.equals(arguments[1])) {
                                Runtime.getRuntime().halt(DIED);
                            }
                        });
    }

    static boolean diesAt(String step, Path file) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        AnotherPlatform.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), DyingImport.class.getName(), file.toString(), step));
        return new ProcessBuilder(command).inheritIO().start().waitFor() == DIED;
    }
}
