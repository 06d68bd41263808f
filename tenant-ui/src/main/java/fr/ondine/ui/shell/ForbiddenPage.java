package fr.ondine.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.TenantContext;
import jakarta.servlet.http.HttpServletResponse;

/** A page that this person may not see. */
@ParentLayout(PublicLayout.class)
@AnonymousAllowed
class ForbiddenPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    ForbiddenPage() {
        super("forbidden");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        if (TenantContext.looking().isPresent()) {
            tell("shell.error.forbidden.seen-as", "/tableau-de-bord");
        } else if (event.getLocation().getFirstSegment().equals(STAFF)) {
            tell("shell.error.forbidden.staff", "/" + STAFF);
        }
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
