package fr.ondine.platform.identity.franceconnect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The State's own pictures of the button, where the deployment was given the kit; without it the button is written. */
@Service
public class OfficialButton {

    private static final List<String> PICTURES = List.of("clair", "clair-survol", "sombre", "sombre-survol");

    private final Map<String, byte[]> pictures = new HashMap<>();

    OfficialButton(FranceConnectApi api) {
        if (api.buttons() != null) {
            PICTURES.forEach(name -> pictures.put(name, read(api.buttons().resolve(name + ".svg"))));
        }
    }

    public boolean isThere() {
        return !pictures.isEmpty();
    }

    /** The SVG of that name. */
    public Optional<byte[]> picture(@Nullable String name) {
        return Optional.ofNullable(pictures.get(name));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("ondine.france-connect-api.buttons lacks a picture", unreadable);
        }
    }
}
