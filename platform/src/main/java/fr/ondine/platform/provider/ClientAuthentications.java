package fr.ondine.platform.provider;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.stereotype.Component;

/** The two ways in which a program may show who it is: its secret, or its key. All others that Spring knows are off. */
@Component
public class ClientAuthentications implements Consumer<List<AuthenticationProvider>> {

    private final ClientAssertions assertions;
    private final ClientSecrets secrets = new ClientSecrets();

    ClientAuthentications(ClientAssertions assertions) {
        this.assertions = assertions;
    }

    @Override
    public void accept(List<AuthenticationProvider> ways) {
        ways.removeIf(way -> !(way instanceof ClientSecretAuthenticationProvider)
                && !(way instanceof JwtClientAssertionAuthenticationProvider));
        ways.forEach(way -> {
            switch (way) {
                case ClientSecretAuthenticationProvider secret -> secret.setPasswordEncoder(secrets);
                case JwtClientAssertionAuthenticationProvider key -> key.setJwtDecoderFactory(assertions);
                default -> throw new IllegalStateException("another way in: " + way);
            }
        });
    }
}
