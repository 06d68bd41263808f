package fr.ondine.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.Realm;
import jakarta.servlet.http.HttpServletResponse;

/** No such page. */
@ParentLayout(PublicLayout.class)
@AnonymousAllowed
class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    NotFoundPage() {
        super("not-found");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        if (!Realm.isConsole() && event.getLocation().getFirstSegment().equals(STAFF)) {
            tell("shell.error.not-found.staff", "/" + STAFF);
        }
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
