package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.RawToken;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a browser may make of an answer (its content security policy). Whatever is no page may do nothing; a page may run
 * our files, and of the scripts that are written in it those alone that have its own nonce.
 */
public final class ContentPolicy {

    public static final String HEADER = "Content-Security-Policy";

    /** Of everything that is no page, and of what nobody gave a policy of its own. */
    public static final String NO_PAGE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Flow makes functions of the sentences that the server sends, which is what 'unsafe-eval' is for. */
    private static final String PAGE = "default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors %s";

    private static final String STILL_PAGE =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors %s";

    private static final String NONCE = ContentPolicy.class.getName() + ".nonce";
    private static final String FRAMED = ContentPolicy.class.getName() + ".framed";

    private ContentPolicy() {}

    /** Another page of the same site may show this answer in a frame, whichever page it becomes. */
    public static void letSiteFrame(HttpServletRequest request) {
        request.setAttribute(FRAMED, true);
    }

    /** Of a page that Vaadin's scripts build. */
    static String ofPage(HttpServletRequest request) {
        return PAGE.formatted(nonce(request), ancestors(request));
    }

    /** Of a page that is there at once and runs nothing. */
    public static String ofStillPage(HttpServletRequest request) {
        return STILL_PAGE.formatted(ancestors(request));
    }

    /** What the scripts in the answer to this request have on them; no other answer has the same. */
    static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String known) {
            return known;
        }
        var fresh = RawToken.fresh().value();
        request.setAttribute(NONCE, fresh);
        return fresh;
    }

    private static String ancestors(HttpServletRequest request) {
        return request.getAttribute(FRAMED) == null ? "'none'" : "'self'";
    }
}
