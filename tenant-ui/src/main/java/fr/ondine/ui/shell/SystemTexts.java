package fr.ondine.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What the browser's own part says when the visit is over or the line is cut. */
@Component
class SystemTexts implements VaadinServiceInitListener {

    private final transient Texts texts;

    SystemTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.getSource().setSystemMessagesProvider(asked -> messages());
        init.getSource().addUIInitListener(created -> connection(created.getUI()));
    }

    /** Whoever is not signed in has no visit that could be over: their page is out of date. */
    private SystemMessages messages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        var over = isAnybodySignedIn() ? "expired" : "stale";
        messages.setSessionExpiredCaption(texts.say("shell.system.%s.title".formatted(over)));
        messages.setSessionExpiredMessage(texts.say("shell.system.%s.what".formatted(over)));
        messages.setInternalErrorCaption(texts.say("shell.system.failure.title"));
        messages.setInternalErrorMessage(texts.say("shell.system.failure.what"));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.say("shell.system.cookies.title"));
        messages.setCookiesDisabledMessage(texts.say("shell.system.cookies.what"));
        messages.setSyncErrorCaption(texts.say("shell.system.failure.title"));
        messages.setSyncErrorMessage(texts.say("shell.system.failure.what"));
        return messages;
    }

    private static boolean isAnybodySignedIn() {
        var request = VaadinRequest.getCurrent();
        return request != null && request.getUserPrincipal() != null;
    }

    private void connection(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(texts.say("shell.connection.lost"));
        dialog.setDialogTextGaveUp(texts.say("shell.connection.offline"));
        ui.getPage().executeJs("""
                        const told = window.Vaadin?.connectionIndicator;
                        if (told) { told.onlineText = $0; told.offlineText = $1; told.setAttribute("aria-live", "polite"); }""", texts.say("shell.connection.back"), texts.say("shell.connection.offline"));
    }
}
