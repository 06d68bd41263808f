package fr.ondine.isolation;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every way in that the running application has, asked of the application itself. */
record Doors(WebApplicationContext application) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");

    /** Forms that security's own filters take, and what Vaadin's servlet serves beside the pages. */
    private static final List<Door> OTHERS = List.of(
            other("POST", "/connexion"),
            other("POST", "/logout"),
            other("GET", "/oauth2/authorize"),
            other("POST", "/oauth2/authorize"),
            other("POST", "/oauth2/token"),
            other("POST", "/oauth2/introspect"),
            other("POST", "/oauth2/revoke"),
            other("GET", "/oauth2/jwks"),
            other("GET", "/userinfo"),
            other("GET", "/connect/logout"),
            other("GET", "/.well-known/openid-configuration"),
            other("GET", "/.well-known/oauth-authorization-server"),
            other("GET", "/.well-known/oauth-protected-resource"),
            other("GET", "/api/v1"),
            other("GET", "/VAADIN/nothing.js"),
            other("GET", "/vaadinServlet/"),
            other("GET", "/manifest.webmanifest"),
            other("GET", "/nowhere"));

    List<Door> all() {
        return Stream.of(pages(), handlers(), files(), OTHERS.stream())
                .flatMap(doors -> doors)
                .toList();
    }

    Stream<Door> pages() {
        return routes().flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                .map(this::page);
    }

    Stream<RouteData> routes() {
        var registry = ApplicationRouteRegistry.getInstance(new VaadinServletContext(application.getServletContext()));
        return RouteConfiguration.forRegistry(registry).getAvailableRoutes().stream();
    }

    private Door page(RouteBaseData<?> route) {
        var template = Arrays.stream(route.getTemplate().split("/"))
                .map(part -> part.startsWith(":") ? "{" + part.replaceAll("^:(\\w+).*$", "$1") + "}" : part)
                .collect(Collectors.joining("/", "/", ""));
        var view = route.getNavigationTarget();
        return new Door(
                Door.Kind.PAGE,
                "GET",
                template,
                variables(template),
                ReadParameters.of(view).contains("jeton"));
    }

    private Stream<Door> handlers() {
        return application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(handler -> handlers(handler.getKey(), handler.getValue()));
    }

    private static Stream<Door> handlers(RequestMappingInfo mapping, HandlerMethod method) {
        var declared = mapping.getMethodsCondition().getMethods();
        var methods = declared.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : declared;
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(verb -> {
                    var template = VARIABLE.matcher(pattern).replaceAll("{$1}");
                    var parameters = variables(template);
                    parameters.addAll(declaredBy(method));
                    return new Door(
                            Door.Kind.HANDLER,
                            verb.name(),
                            template,
                            parameters,
                            parameters.contains("jeton"),
                            files(method));
                }));
    }

    private static Set<String> declaredBy(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(parameter -> Stream.of(
                        parameter.hasParameterAnnotation(PathVariable.class)
                                ? name(
                                        parameter
                                                .getParameterAnnotation(PathVariable.class)
                                                .value(),
                                        parameter.getParameter().getName())
                                : "",
                        parameter.hasParameterAnnotation(RequestParam.class)
                                ? name(
                                        parameter
                                                .getParameterAnnotation(RequestParam.class)
                                                .value(),
                                        parameter.getParameter().getName())
                                : ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> files(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.getParameterType().equals(MultipartFile.class))
                .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                .filter(Objects::nonNull)
                .map(named -> named.value().isEmpty() ? named.name() : named.value())
                .collect(Collectors.toSet());
    }

    private static String name(String given, String own) {
        return given.isEmpty() ? own : given;
    }

    /** The portal's own files, as its jar has them. */
    private static Stream<Door> files() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:/META-INF/resources/*.*");
            return Arrays.stream(files)
                    .filter(file -> file.toString().startsWith("file ["))
                    .map(file -> other("GET", "/" + file.getFilename()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> variables(String template) {
        return VARIABLE.matcher(template)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Door other(String method, String template) {
        return new Door(Door.Kind.OTHER, method, template, Set.of(), false);
    }
}
