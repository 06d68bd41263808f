package fr.ondine.isolation;

import fr.ondine.testing.LongRun;
import java.util.List;

/** What somebody of one utility brings to another, or to their own. */
enum Attack {
    /** Signed in at home, and asks there for what is another utility's: its ids, the secrets of its mails. */
    THEIR_IDS_AND_LINKS_AT_HOME {
        @Override
        Asking of(Role role, Marked home, Marked theirs) {
            return new Asking(home.host(), role.cookies(home), theirs, theirs, theirs.marks());
        }
    },
    /** Goes to another utility's host with the cookies of home and the other's ids; a mailed secret would be a key. */
    COOKIES_AND_THEIR_IDS_AT_THEIRS {
        @Override
        Asking of(Role role, Marked home, Marked theirs) {
            return new Asking(theirs.host(), role.cookies(home), theirs, home, Marked.forbidden(theirs, home));
        }
    },
    /** Goes there with everything of home. */
    COOKIES_AND_IDS_AT_THEIRS {
        @Override
        Asking of(Role role, Marked home, Marked theirs) {
            return new Asking(theirs.host(), role.cookies(home), home, home, Marked.forbidden(theirs, home));
        }
    },
    /** Brings the other's cookies home, with the other's ids. */
    THEIR_COOKIES_AND_IDS_AT_HOME {
        @Override
        Asking of(Role role, Marked home, Marked theirs) {
            return new Asking(home.host(), role.cookies(theirs), theirs, theirs, Marked.forbidden(home, theirs));
        }
    };

    abstract Asking of(Role role, Marked home, Marked theirs);

    /** Whether it is another attack than those before it: cookies are nothing to who has none, and an operator has no home. */
    boolean isFor(Role role) {
        return switch (role) {
            case NONE -> this == THEIR_IDS_AND_LINKS_AT_HOME || this == COOKIES_AND_THEIR_IDS_AT_THEIRS;
            case OPERATOR, PROGRAM -> this == COOKIES_AND_THEIR_IDS_AT_THEIRS;
            case MACHINE, APPLICATION -> this != THEIR_COOKIES_AND_IDS_AT_HOME;
            case SUBSCRIBER, AGENT, BILLER, ACCOUNTANT, READER, ADMINISTRATOR -> true;
        };
    }

    /**
     * Agents and billers are turned away at another's host as an administrator is: the long run asks for them as well,
     * and for those whose pages are all among an administrator's, and their files too.
     */
    boolean isAsked(Role role) {
        var isLikeAnother = (role == Role.AGENT || role == Role.BILLER)
                && this != THEIR_IDS_AND_LINKS_AT_HOME
                && !LongRun.isAsked();
        var isLongOnly = (role == Role.ACCOUNTANT || role == Role.READER) && !LongRun.isAsked();
        return isFor(role) && !isLikeAnother && !isLongOnly;
    }

    /**
     * A request before it has a route.
     *
     * @param ids whose ids fill the route
     * @param links whose mailed secrets fill it
     * @param forbidden the marks that no answer may hold
     */
    record Asking(String host, String cookies, Marked ids, Marked links, List<String> forbidden) {}
}
