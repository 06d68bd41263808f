package fr.ondine.platform.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * How a provider signs for one client: what comes in any other form is not believed.
 *
 * @param tokens the one algorithm of its tokens
 * @param userinfo the one of its answers about a person; without one these are plain
 */
public record Signing(SignatureAlgorithm tokens, @Nullable SignatureAlgorithm userinfo) {}
