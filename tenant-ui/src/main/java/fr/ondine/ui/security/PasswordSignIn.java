package fr.ondine.ui.security;

import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.SignInRefused;
import fr.ondine.platform.kernel.DomainException;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs in by address and password; what may be tried and how it is checked is identity's. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final List<GrantedAuthority> SUBSCRIBER = List.of(new SimpleGrantedAuthority("ROLE_SUBSCRIBER"));

    private final Credentials credentials;
    private final RememberMe devices;

    PasswordSignIn(Credentials credentials, RememberMe devices) {
        this.credentials = credentials;
        this.devices = devices;
    }

    static Authentication of(CurrentUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(user, null, SUBSCRIBER);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        try {
            var arrival = (Arrival) Objects.requireNonNull(typed.getDetails());
            var user = credentials.signIn(
                    typed.getName(), String.valueOf(typed.getCredentials()), devices.visitor(arrival.request()));
            return begun(user, arrival);
        } catch (SignInRefused refused) {
            throw new BadCredentialsException(refused.code(), refused);
        } catch (DomainException busy) {
            throw new AuthenticationServiceException(busy.code(), busy);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication begun(CurrentUser user, Arrival arrival) {
        var session = UsernamePasswordAuthenticationToken.authenticated(
                devices.begin(user, arrival.request()), null, SUBSCRIBER);
        session.setDetails(arrival.kept());
        return session;
    }
}
