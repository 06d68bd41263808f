package fr.ondine.ui.session;

import fr.ondine.platform.tenancy.TenantFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows what a page says by itself for as long as it is open. It keeps no session alive: at a node that does not have the
 * page, nothing else would end it.
 */
@Component
@Order(TenantFilter.ORDER + 10)
class OpenPage extends OncePerRequestFilter {

    private static final ScopedValue<Boolean> SPEAKS = ScopedValue.newInstance();

    static boolean speaks() {
        return SPEAKS.isBound();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || !query.matches("(.*&)?v-r=heartbeat(&.*)?");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(SPEAKS, true).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }
}
