package fr.ondine.ui.staff;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.passkeys.PasskeyAsked;
import fr.ondine.platform.staff.StaffInvitations;
import fr.ondine.platform.staff.StaffInvitations.Invitation;
import fr.ondine.platform.staff.StaffProConnectGiven;
import fr.ondine.ui.shell.PasskeyPrompt;
import java.util.List;
import java.util.Optional;

/** By what an invitation is accepted: its mailed link, or ProConnect, which knows to whom it went. */
sealed interface StaffOpening {

    Optional<Invitation> look();

    List<String> accept(String password, SecondFactor factor, String code);

    PasskeyAsked askPasskey(String password);

    List<String> accept(String password, PasskeyAsked asked, String answer, String name);

    /** By the link of the mail. */
    record Mailed(StaffInvitations invitations, RawToken link) implements StaffOpening {

        @Override
        public Optional<Invitation> look() {
            return invitations.look(link);
        }

        @Override
        public List<String> accept(String password, SecondFactor factor, String code) {
            return invitations.accept(link, password, factor, code);
        }

        @Override
        public PasskeyAsked askPasskey(String password) {
            return invitations.askPasskey(link, password, PasskeyPrompt.host());
        }

        @Override
        public List<String> accept(String password, PasskeyAsked asked, String answer, String name) {
            return invitations.accept(link, password, asked.question(), answer, name);
        }
    }

    /** By whom ProConnect has named. */
    record Named(StaffInvitations invitations, StaffProConnectGiven given) implements StaffOpening {

        @Override
        public Optional<Invitation> look() {
            return invitations.look(given);
        }

        @Override
        public List<String> accept(String password, SecondFactor factor, String code) {
            return invitations.accept(given, password, factor, code);
        }

        @Override
        public PasskeyAsked askPasskey(String password) {
            return invitations.askPasskey(given, password, PasskeyPrompt.host());
        }

        @Override
        public List<String> accept(String password, PasskeyAsked asked, String answer, String name) {
            return invitations.accept(given, password, asked.question(), answer, name);
        }
    }
}
