package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.RawToken;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Why somebody is sent to FranceConnect.
 *
 * @param link the mailed link that they confirm; it stays here, with the question that the answer is to
 * @param proof what the person who is signed in confirms that it is they for; it stays here too
 * @param anew whether they show who they are even where FranceConnect remembers somebody: it may be somebody else
 */
public record Question(@Nullable RawToken link, @Nullable Proof proof, boolean anew) {

    private static final String LINK = "link";
    private static final String ACT = "act";
    private static final String USER = "user";
    private static final String ABOUT = "about";
    private static final String ASKED_AT = "asked-at";

    /**
     * Who is to show once more that it is they, and for what: the answer counts for nothing else.
     *
     * @param about the thing of theirs that their page was about, if it was about one
     */
    public record Proof(UserId user, OwnerAct act, @Nullable UUID about) {

        private static Proof of(OAuth2AuthorizationRequest asked, String act) {
            return new Proof(
                    new UserId(UUID.fromString(String.valueOf(asked.<String>getAttribute(USER)))),
                    OwnerAct.valueOf(act),
                    Optional.ofNullable(asked.<String>getAttribute(ABOUT))
                            .map(UUID::fromString)
                            .orElse(null));
        }
    }

    OAuth2AuthorizationRequest of(OAuth2AuthorizationRequest asked, Instant now) {
        return OAuth2AuthorizationRequest.from(asked)
                .attributes(kept -> {
                    kept.put(ASKED_AT, now.toString());
                    if (link != null) {
                        kept.put(LINK, link.value());
                    }
                    if (proof != null) {
                        kept.put(USER, proof.user().toString());
                        kept.put(ACT, proof.act().name());
                        if (proof.about() != null) {
                            kept.put(ABOUT, proof.about().toString());
                        }
                    }
                })
                .additionalParameters(told -> {
                    if (anew || proof != null) {
                        told.put("prompt", "login");
                    }
                })
                .build();
    }

    /** The link that was to be confirmed by the answer. */
    public static Optional<RawToken> link(OAuth2AuthorizationRequest asked) {
        return Optional.ofNullable(asked.<String>getAttribute(LINK)).map(RawToken::new);
    }

    /** What the answer was to confirm. */
    public static Optional<Proof> proof(OAuth2AuthorizationRequest asked) {
        return Optional.ofNullable(asked.<String>getAttribute(ACT)).map(act -> Proof.of(asked, act));
    }

    /** When it was asked; a question of the release before does not say. */
    static Optional<Instant> askedAt(OAuth2AuthorizationRequest asked) {
        return Optional.ofNullable(asked.<String>getAttribute(ASKED_AT)).map(Instant::parse);
    }
}
