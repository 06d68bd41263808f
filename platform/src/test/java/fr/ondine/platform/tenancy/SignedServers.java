package fr.ondine.platform.tenancy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a server called {@code localhost} proves itself with, signed by an authority of which no JVM knows. */
record SignedServers(Path authority, Path certificate, Path key, SSLContext context) {

    private static final String PASSWORD = "of no use";

    static SignedServers in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        keytool(file, "authority", "-dname", "CN=Exploitant", "-ext", "bc:critical");
        keytool(file, "server", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-signer", "authority");
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var key = keys.getKey("server", PASSWORD.toCharArray());
        return new SignedServers(
                pem(folder.resolve("authority.pem"), "CERTIFICATE", keys.getCertificate("authority")),
                pem(folder.resolve("server.crt"), "CERTIFICATE", keys.getCertificate("server")),
                pem(folder.resolve("server.key"), key),
                context(keys));
    }

    private static void keytool(Path file, String alias, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-keystore", file.toString(), "-storepass", PASSWORD, "-keyalg", "EC"));
        command.addAll(List.of("-alias", alias));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(alias + " has no key");
        }
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var server = KeyStore.getInstance("PKCS12");
        try {
            server.load(null, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        var password = PASSWORD.toCharArray();
        server.setKeyEntry("server", keys.getKey("server", password), password, keys.getCertificateChain("server"));
        managers.init(server, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Path pem(Path file, String what, Certificate certificate)
            throws IOException, GeneralSecurityException {
        return pem(file, what, certificate.getEncoded());
    }

    private static Path pem(Path file, Key key) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return pem(file, "PRIVATE KEY", key.getEncoded());
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines));
    }
}
