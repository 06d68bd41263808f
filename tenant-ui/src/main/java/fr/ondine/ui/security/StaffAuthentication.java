package fr.ondine.ui.security;

import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person of the staff as sessions keep them: with what their role may do, which is what pages ask for. */
final class StaffAuthentication {

    private StaffAuthentication() {}

    static Authentication of(CurrentStaff staff) {
        var names = Stream.concat(staff.role().permissions().stream().map(Enum::name), before(staff.role()).stream());
        return UsernamePasswordAuthenticationToken.authenticated(
                staff,
                null,
                names.map(name -> new SimpleGrantedAuthority("ROLE_" + name)).collect(Collectors.toList()));
    }

    /** What pages of the release before ask for, as long as it serves beside this one; the newer roles are nobody there. */
    private static List<String> before(StaffRole role) {
        return switch (role) {
            case READER, ACCOUNTANT -> List.of();
            case AGENT -> List.of("AGENT");
            case BILLER -> List.of("AGENT", "BILLER");
            case ADMINISTRATOR -> List.of("AGENT", "BILLER", "ADMINISTRATOR");
        };
    }
}
