package fr.ondine.isolation;

import fr.ondine.platform.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A utility that is full of its own marks, with a subscriber who is signed in there.
 *
 * @param shown the mark in its configuration, which its own host shows to everybody
 * @param kept the mark in its rows, which its subscriber alone may see
 * @param ids what a route may be asked for: by the name of the parameter
 * @param links the secrets that its mails carry: by the path that they lead to
 * @param session the cookie of its subscriber's session
 * @param device the cookie of its subscriber's remembered device
 * @param agent the cookie of an agent's session
 * @param biller the cookie of the session of somebody who bills
 * @param accountant the cookie of the session of somebody who keeps the accounts
 * @param reader the cookie of the session of somebody who only looks
 * @param administrator the cookie of an administrator's session
 * @param programs the tokens of its programs
 * @param operator somebody of the console, the same for all utilities
 */
record Marked(
        TenantId tenant,
        String shown,
        String kept,
        String email,
        Map<String, String> ids,
        Map<String, String> links,
        String session,
        String device,
        String agent,
        String biller,
        String accountant,
        String reader,
        String administrator,
        MarkedPrograms.Tokens programs,
        MarkedOperator operator) {

    static final String PASSWORD = "trois chevaux gris";

    String host() {
        return tenant.slug() + ".localhost";
    }

    List<String> marks() {
        return List.of(shown, kept);
    }

    /** What others' answers must never hold when a stranger stands at this utility's own host. */
    static List<String> forbidden(Marked here, Marked there) {
        return Stream.concat(Stream.of(here.kept, here.operator.email()), there.marks().stream())
                .toList();
    }
}
