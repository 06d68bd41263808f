package fr.ondine.ui.shell;

import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** Whose account was activated in this session: they are told so where they arrive, once, and nobody else is. */
public final class JustActivated {

    private static final String KEPT = JustActivated.class.getName();

    private JustActivated() {}

    public static void keep(String address) {
        keep(address, VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    public static void keep(String address, HttpServletRequest request) {
        request.getSession().setAttribute(KEPT, address);
    }

    static boolean take(String address) {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof String activated)) {
            return false;
        }
        session.removeAttribute(KEPT);
        return address.equals(activated);
    }
}
