package fr.ondine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The properties that the running demonstration was started with, for the commands that join it. */
record RunningProperties(Path file) {

    static RunningProperties in(Path folder) {
        return new RunningProperties(folder.resolve("running.properties"));
    }

    void write(Map<String, Object> values) throws IOException {
        var properties = new Properties();
        values.forEach((name, value) -> properties.setProperty(name, value.toString()));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    Properties read() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
