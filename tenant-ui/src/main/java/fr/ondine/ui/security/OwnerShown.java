package fr.ondine.ui.security;

import com.vaadin.flow.server.VaadinServletRequest;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
import fr.ondine.platform.identity.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the person of this session has last shown at FranceConnect, for one act, or why they have not. It is kept as text,
 * so that a node of the release before can read a session that has it.
 */
public final class OwnerShown {

    private static final String KEPT = OwnerShown.class.getName();
    private static final String FAILED = KEPT + ".failed";
    private static final Duration READ = Duration.ofMinutes(1);
    private static final Clock CLOCK = Clock.systemUTC();

    private OwnerShown() {}

    static void keep(HttpServletRequest request, OwnerProof proof) {
        forget(request);
        request.getSession()
                .setAttribute(KEPT, "%s %s %s %s".formatted(proof.id(), proof.user(), proof.act(), proof.until()));
    }

    static void failed(HttpServletRequest request, OwnerAct act, String why) {
        forget(request);
        request.getSession()
                .setAttribute(
                        FAILED, "%s %s %s".formatted(act, why, CLOCK.instant().plus(READ)));
    }

    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
            session.removeAttribute(FAILED);
        }
    }

    /** What still counts for that act of that person; of another person in the same session nothing does. */
    public static Optional<OwnerProof> find(UserId user, OwnerAct act) {
        return find(request(), user, act, CLOCK.instant());
    }

    static Optional<OwnerProof> find(HttpServletRequest request, UserId user, OwnerAct act, Instant now) {
        return kept(request, KEPT)
                .map(text -> text.split(" "))
                .filter(part -> part[2].equals(act.name())) // another release may know others
                .map(part -> proof(part, act))
                .filter(proof -> proof.user().equals(user) && now.isBefore(proof.until()));
    }

    /** Why FranceConnect has just not shown it, for that act. */
    public static Optional<String> failure(OwnerAct act) {
        return failure(request(), act, CLOCK.instant());
    }

    static Optional<String> failure(HttpServletRequest request, OwnerAct act, Instant now) {
        return kept(request, FAILED)
                .map(text -> text.split(" "))
                .filter(part -> part[0].equals(act.name()) && now.isBefore(Instant.parse(part[2])))
                .map(part -> part[1]);
    }

    /** It was used. */
    public static void forget() {
        forget(request());
    }

    private static OwnerProof proof(String[] part, OwnerAct act) {
        return new OwnerProof(
                UUID.fromString(part[0]), new UserId(UUID.fromString(part[1])), act, Instant.parse(part[3]));
    }

    private static Optional<String> kept(HttpServletRequest request, String attribute) {
        var session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> known.getAttribute(attribute))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
