package fr.ondine.demo;

import fr.ondine.testing.services.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What the demonstration must find again at its next start, one small file each. */
record DemoState(Path folder) {

    /** The platform's master key, drawn once. */
    String vaultKey() {
        return remembered("vault.key", () -> {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        });
    }

    /** The day the data were made for. */
    LocalDate dataDay() {
        return LocalDate.parse(
                remembered("data-day", () -> LocalDate.now(Clock.systemUTC()).toString()));
    }

    /** Stripe's port: the same from one start to the next, so that open payment pages stay open, unless it was taken. */
    int stripePort() {
        var port = Integer.parseInt(remembered("stripe.port", () -> "" + FreePorts.one()));
        return FreePorts.isTaken(port) ? FreePorts.one() : port;
    }

    /** FranceConnect's, which the utility's configuration names. */
    int franceConnectPort() {
        var port = Integer.parseInt(remembered("franceconnect.port", () -> "" + FreePorts.one()));
        return FreePorts.isTaken(port) ? FreePorts.one() : port;
    }

    /** ProConnect's, which the same configuration names. */
    int proConnectPort() {
        var port = Integer.parseInt(remembered("proconnect.port", () -> "" + FreePorts.one()));
        return FreePorts.isTaken(port) ? FreePorts.one() : port;
    }

    /** The password of the demonstration's operator, drawn once. */
    String operatorPassword() {
        return remembered(
                "operator.password",
                () -> "demo-" + UUID.randomUUID().toString().substring(0, 13));
    }

    /** The key of the operator's second factor, once the account is open. */
    Optional<String> operatorKey() {
        var file = folder.resolve("operator.key");
        return Files.exists(file) ? Optional.of(remembered("operator.key", () -> "")) : Optional.empty();
    }

    void keepOperatorKey(String key) {
        remembered("operator.key", () -> key);
    }

    /** The password of a utility's administrator in the demonstration, drawn once. */
    String staffPassword(String slug) {
        return remembered(
                "staff-" + slug + ".password",
                () -> "demo-" + UUID.randomUUID().toString().substring(0, 13));
    }

    /** The key of that administrator's second factor, once the account is open. */
    Optional<String> staffKey(String slug) {
        var name = "staff-" + slug + ".key";
        return Files.exists(folder.resolve(name)) ? Optional.of(remembered(name, () -> "")) : Optional.empty();
    }

    void keepStaffKey(String slug, String key) {
        remembered("staff-" + slug + ".key", () -> key);
    }

    boolean isLoaded(String slug) {
        return Files.exists(folder.resolve("loaded-" + slug));
    }

    List<String> notLoaded(List<String> slugs) {
        return slugs.stream().filter(slug -> !isLoaded(slug)).toList();
    }

    void markLoaded(String slug) {
        remembered("loaded-" + slug, () -> "");
    }

    private synchronized String remembered(String name, Supplier<String> first) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                var unfinished = Files.writeString(folder.resolve(name + ".part"), first.get());
                Files.move(unfinished, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
