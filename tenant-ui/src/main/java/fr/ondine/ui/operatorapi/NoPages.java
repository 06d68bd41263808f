package fr.ondine.ui.operatorapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Keeps pages away from programs: an address of theirs that no controller answers is none, not a page that says so. */
@Configuration(proxyBeanMethods = false)
class NoPages {

    @Bean
    MappedInterceptor controllersAlone() {
        return new MappedInterceptor(new String[] {"/api/**"}, new ControllersAlone());
    }

    private static final class ControllersAlone implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            var answers = handler instanceof HandlerMethod;
            if (!answers) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
            return answers;
        }
    }
}
