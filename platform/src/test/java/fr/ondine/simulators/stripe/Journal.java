package fr.ondine.simulators.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Every change as one line of a file, so that the simulator remembers after a restart; nothing without a file. */
final class Journal {

    private final Optional<Path> file;

    Journal(Optional<Path> file) {
        this.file = file;
    }

    void replay(String account, Consumer<ObjectNode> change) {
        file.filter(Files::exists).ifPresent(path -> {
            try (var lines = Files.lines(path)) {
                lines.filter(line -> line.endsWith("}"))
                        .map(Json::parse)
                        .filter(line -> Json.text(line, "account").equals(account))
                        .forEach(change);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    synchronized void append(String account, String table, String id, ObjectNode value) {
        file.ifPresent(path -> {
            var line = Json.object().put("account", account).put("table", table).put("id", id);
            line.set("value", value);
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
