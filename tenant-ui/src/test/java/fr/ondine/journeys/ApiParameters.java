package fr.ondine.journeys;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint reads of a request beside its body. */
final class ApiParameters {

    private ApiParameters() {}

    static List<String> of(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(ApiParameters::names)
                .toList();
    }

    private static Stream<String> names(MethodParameter parameter) {
        return Stream.of(PathVariable.class, RequestParam.class, RequestHeader.class)
                .map(kind -> AnnotationUtils.findAnnotation(parameter.getParameter(), kind))
                .filter(named -> named != null)
                .map(named -> String.valueOf(AnnotationUtils.getValue(named, "name")))
                .map(name -> name.isEmpty() ? parameter.getParameter().getName() : name);
    }
}
