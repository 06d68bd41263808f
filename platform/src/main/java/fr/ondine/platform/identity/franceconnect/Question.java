package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.kernel.RawToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Why somebody is sent to FranceConnect.
 *
 * @param link the mailed link that they confirm; it stays here, with the question that the answer is to
 * @param anew whether they show who they are even where FranceConnect remembers somebody: it may be somebody else
 */
public record Question(@Nullable RawToken link, boolean anew) {

    private static final String LINK = "link";

    OAuth2AuthorizationRequest of(OAuth2AuthorizationRequest asked) {
        return OAuth2AuthorizationRequest.from(asked)
                .attributes(kept -> {
                    if (link != null) {
                        kept.put(LINK, link.value());
                    }
                })
                .additionalParameters(told -> {
                    if (anew) {
                        told.put("prompt", "login");
                    }
                })
                .build();
    }

    /** The link that was to be confirmed by the answer. */
    public static Optional<RawToken> link(OAuth2AuthorizationRequest asked) {
        return Optional.ofNullable(asked.<String>getAttribute(LINK)).map(RawToken::new);
    }
}
