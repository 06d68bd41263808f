package fr.ondine.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.ElementUtil;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Writes the text of a {@link ReadableAtOnce} page into the first answer. It is the same component tree that the
 * browser shows once the scripts have run; the text then gives way to it in one step.
 */
@Service
class FirstAnswer implements VaadinServiceInitListener {

    static final String PLACE = "first";

    private static final String UNTIL = """
            new MutationObserver((changes, watch) => {
              if (document.querySelector('#outlet main h1')) {
                document.getElementById('first').remove();
                watch.disconnect();
              }
            }).observe(document.getElementById('outlet'), { childList: true, subtree: true });
            """;

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(FirstAnswer::write);
    }

    private static void write(IndexHtmlResponse response) {
        var path = response.getVaadinRequest().getPathInfo();
        page(path.substring(1)).ifPresent(view -> write(view, response));
    }

    private static Optional<Class<? extends Component>> page(String path) {
        return RouteConfiguration.forApplicationScope()
                .getRoute(path)
                .filter(view -> view.isAnnotationPresent(ReadableAtOnce.class));
    }

    private static void write(Class<? extends Component> view, IndexHtmlResponse response) {
        var document = response.getDocument();
        var create = VaadinService.getCurrent().getInstantiator();
        var page = (Page) create.createComponent(view);
        var frame = create.createComponent(PublicLayout.class);
        frame.showRouterLayoutContent(page);
        document.title(page.getPageTitle());
        document.outputSettings().prettyPrint(false);
        var first = document.body()
                .prependElement("div")
                .attr("id", PLACE)
                .appendChild(ElementUtil.toJsoup(document, frame.getElement()));
        // the router catches a press on any other link, and loses it while it is still at the first page
        first.select("a").attr("router-ignore", "");
        var nonce = ContentPolicy.nonce((VaadinServletRequest) response.getVaadinRequest());
        document.body().appendElement("script").attr("nonce", nonce).append(UNTIL);
    }
}
