package fr.ondine.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.platform.tenancy.DatabaseAway;
import fr.ondine.platform.tenancy.OnItsWay;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something broke on our side while a page was made. */
@ParentLayout(PublicLayout.class)
@AnonymousAllowed
class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

    FailurePage() {
        super("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (OnItsWay.isIn(parameter.getException())) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        if (DatabaseAway.isIn(parameter.getException())) {
            LOG.warn(
                    "no page for /{}: the database is away", event.getLocation().getPath());
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        LOG.error("no page for /{}", event.getLocation().getPath(), parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
