package fr.ondine.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Service;

/** Marks the scripts of each page as ours, by the nonce that its policy asks for. */
@Service
class PageScripts implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(PageScripts::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        var request = (VaadinServletRequest) page.getVaadinRequest();
        page.getVaadinResponse().setHeader(ContentPolicy.HEADER, ContentPolicy.ofPage(request));
        page.getDocument().select("script").stream()
                .filter(PageScripts::isOfThePage)
                .forEach(script -> script.attr("nonce", ContentPolicy.nonce(request)));
    }

    /** What is read at once is made of a utility's words: no script is expected there, and none is let through. */
    private static boolean isOfThePage(Element script) {
        return script.closest("#" + FirstAnswer.PLACE) == null;
    }
}
