package fr.ondine.ui.security;

import fr.ondine.platform.identity.AnotherIdentity;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.TooManyAttempts;
import fr.ondine.platform.identity.franceconnect.Arrived;
import fr.ondine.platform.identity.franceconnect.Question.Proof;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way to FranceConnect and back of who is signed in and shows once more that it is they. It leads to the page that
 * asked, which waits for a press: nothing is done, opened or linked by coming back.
 */
@Component
public class OwnerAtFranceConnect {

    private static final String ACT = "preuve";

    private final FranceConnectAccounts accounts;
    private final Entering entering;

    OwnerAtFranceConnect(FranceConnectAccounts accounts, Entering entering) {
        this.accounts = accounts;
        this.entering = entering;
    }

    /** What the button adds to the address where the way begins. */
    public static String wish(OwnerAct act, @Nullable UUID contract) {
        return "?" + ACT + "=" + OwnerPages.word(act)
                + (contract == null ? "" : "&" + OwnerPages.CONTRACT + "=" + contract);
    }

    static boolean isWished(HttpServletRequest request) {
        return request.getParameter(ACT) != null;
    }

    /** What is to be shown; nothing where there is no such act. */
    static Optional<Proof> wished(HttpServletRequest request, CurrentUser here) {
        OwnerShown.forget(request);
        return Optional.ofNullable(request.getParameter(ACT))
                .flatMap(OwnerPages::named)
                .map(act -> new Proof(here.userId(), act, contract(request)));
    }

    void receive(
            Proof asked, Arrived arrived, CurrentUser here, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // whoever came: their session at FranceConnect ends with this one
        entering.goOn(new FranceConnectAuthentication(here, arrived.idToken()), request, response);
        try {
            OwnerShown.keep(request, accounts.prove(here, asked.act(), arrived.identity()));
            response.sendRedirect(OwnerPages.of(asked.act(), asked.about()));
        } catch (AnotherIdentity other) {
            refuse(asked, "autre", request, response);
        } catch (TooManyAttempts tooMany) {
            refuse(asked, "trop", request, response);
        }
    }

    /** Back to the page, which says so. */
    void refuse(Proof asked, String why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        OwnerShown.failed(request, asked.act(), why);
        response.sendRedirect(OwnerPages.of(asked.act(), asked.about()));
    }

    private static @Nullable UUID contract(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(OwnerPages.CONTRACT))
                    .map(UUID::fromString)
                    .orElse(null);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
