package fr.ondine.ui.security;

import com.vaadin.flow.shared.ApplicationConstants;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Device;
import fr.ondine.platform.identity.KnownBrowsers;
import fr.ondine.platform.identity.RememberedDevices;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.ui.session.SessionSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Carries a remembered device's secret in a cookie of the utility's host, and changes it at each visit; another says that
 * the browser has been here before.
 */
@Component
class RememberMe implements RememberMeServices, LogoutHandler {

    static final String WISH = "remember";

    private static final String BROWSER = "browser";
    private static final String MARK = RememberMe.class.getName() + ".mark";

    /** What a page sends carries it; what a person opens does not. */
    private static final String PAGE_MESSAGE = ApplicationConstants.REQUEST_TYPE_PARAMETER;

    /** Ties the two halves of Spring Security's remember-me in this process; it never leaves it. */
    static final String KEY = UUID.randomUUID().toString();

    private final RememberedDevices devices;
    private final Sessions sessions;
    private final FormerSession former;
    private final SessionSettings settings;

    RememberMe(RememberedDevices devices, Sessions sessions, FormerSession former, SessionSettings settings) {
        this.devices = devices;
        this.sessions = sessions;
        this.former = former;
        this.settings = settings;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        // an error page is made after the session was let go: whoever was signed in looks like nobody there
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return null;
        }
        var shown = shown(request);
        // the message with which an old page takes its leave must not begin a session beside the new page's
        if (shown.isEmpty() || request.getParameter(PAGE_MESSAGE) != null) {
            return null;
        }
        var browser = Arrival.browser(request);
        var recognised = shown.get().device().flatMap(device -> devices.recognise(device, browser));
        if (recognised.isEmpty()) {
            keep(response, WISH, "", Duration.ZERO);
            return null;
        }
        var next = recognised.get().next();
        if (next != null) {
            keep(response, next);
        }
        return new RememberMeAuthenticationToken(KEY, recognised.get().user(), PasswordSignIn.SUBSCRIBER);
    }

    /** Who tries to sign in: from where, and with which browser. */
    Visitor visitor(HttpServletRequest request) {
        return new Visitor(
                request.getRemoteAddr(),
                value(request, BROWSER).map(RawToken::new).orElse(null));
    }

    /** Whoever has just shown who they are is signed in, as the returned user; {@link #loginSuccess} tells the browser. */
    CurrentUser begin(CurrentUser user, HttpServletRequest request) {
        var begun = sessions.begin(
                user, Arrival.browser(request), value(request, BROWSER).map(RawToken::new));
        former.end();
        request.setAttribute(MARK, begun.mark());
        return begun.user();
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        forgetDevice(request, response);
        if (signedIn.getPrincipal() instanceof CurrentUser user) {
            if (request.getAttribute(MARK) instanceof RawToken mark) {
                keep(response, BROWSER, mark.value(), KnownBrowsers.LIFE);
            }
            if (request.getParameter(WISH) != null) {
                keep(response, devices.remember(user));
            }
        }
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // a wrong password says nothing about who was remembered before
    }

    @Override
    public void logout(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Authentication signedIn) {
        if (response != null) {
            forgetDevice(request, response);
        }
        former.end(signedIn);
    }

    private void forgetDevice(HttpServletRequest request, HttpServletResponse response) {
        shown(request).ifPresent(shown -> {
            shown.device().ifPresent(devices::forget);
            keep(response, WISH, "", Duration.ZERO);
        });
    }

    private Optional<Shown> shown(HttpServletRequest request) {
        return value(request, WISH).map(Shown::new);
    }

    private Optional<String> value(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(settings.cookie(name)))
                .map(Cookie::getValue)
                .findFirst();
    }

    private void keep(HttpServletResponse response, Device device) {
        keep(response, WISH, device.series() + "." + device.secret(), RememberedDevices.LIFE);
    }

    private void keep(HttpServletResponse response, String name, String value, Duration life) {
        var cookie = ResponseCookie.from(settings.cookie(name), value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private record Shown(String cookie) {

        Optional<Device> device() {
            var parts = cookie.split("\\.", -1);
            return parts.length == 2 ? Optional.of(new Device(parts[0], parts[1])) : Optional.empty();
        }
    }
}
